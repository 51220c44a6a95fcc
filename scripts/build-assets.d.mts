/** Builds all assets into a folder, emptied first; gives the manifest, from logical name to the name with its hash. */
export function buildAssets(outDir: string): Promise<Record<string, string>>
