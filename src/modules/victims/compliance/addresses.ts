export const COMPLIANCE = '/victims/compliance'
export const COMPLIANCE_DUTIES = `${COMPLIANCE}/duties`
export const COMPLIANCE_EXPORT = `${COMPLIANCE}/export.csv`
export const CALLBACKS = `${COMPLIANCE}/callbacks`
