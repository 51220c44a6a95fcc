/** The path of a Chromium that runs, installed first where the machine allows; an error in words otherwise. */
export declare const findOrInstallChromium: (environment?: { CHROMIUM_PATH?: string | undefined }) => Promise<string>
