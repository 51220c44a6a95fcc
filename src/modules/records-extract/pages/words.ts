/** What came of a run, in few words. */
export function cameToWords(run: { readonly dryRun: boolean; readonly loaded: boolean; readonly ok: boolean }): string {
  if (run.dryRun) return run.ok ? 'Checked: it would be loaded' : 'Checked: it would not be loaded as it is, or differs'
  if (!run.loaded) return 'Nothing was loaded'
  return run.ok ? 'Loaded' : 'Loaded, and the control totals differ'
}
