/** A kind of file that is taken: by the end of its name and, where the kind has one, by its first bytes. */
export interface FileType {
  /** Lower case, without the dot. */
  readonly extension: string
  readonly mediaType: string
  readonly words: string
  /** The bytes that every such file begins with, at `offset`; absent for plain text. */
  readonly begins?: { readonly offset: number; readonly bytes: readonly number[] }
}

const zip = { offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] } as const

/** What an installation takes unless its settings say otherwise: papers, tables, pictures, sound and film; no programs. */
const FILE_TYPES: readonly FileType[] = [
  {
    extension: 'pdf',
    mediaType: 'application/pdf',
    words: 'PDF',
    begins: { offset: 0, bytes: [0x25, 0x50, 0x44, 0x46] },
  },
  {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word document',
    begins: zip,
  },
  {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'Excel workbook',
    begins: zip,
  },
  { extension: 'odt', mediaType: 'application/vnd.oasis.opendocument.text', words: 'OpenDocument text', begins: zip },
  { extension: 'csv', mediaType: 'text/csv', words: 'CSV table' },
  { extension: 'txt', mediaType: 'text/plain', words: 'Plain text' },
  {
    extension: 'jpg',
    mediaType: 'image/jpeg',
    words: 'JPEG picture',
    begins: { offset: 0, bytes: [0xff, 0xd8, 0xff] },
  },
  {
    extension: 'jpeg',
    mediaType: 'image/jpeg',
    words: 'JPEG picture',
    begins: { offset: 0, bytes: [0xff, 0xd8, 0xff] },
  },
  {
    extension: 'png',
    mediaType: 'image/png',
    words: 'PNG picture',
    begins: { offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  },
  { extension: 'mp3', mediaType: 'audio/mpeg', words: 'MP3 sound' },
  {
    extension: 'mp4',
    mediaType: 'video/mp4',
    words: 'MP4 film',
    begins: { offset: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
  },
]

export interface DocumentSettings {
  readonly maxBytes: number
  readonly types: readonly FileType[]
}

export const DOCUMENT_SETTINGS: DocumentSettings = { maxBytes: 50_000_000, types: FILE_TYPES }

/** The type by the file's name, or undefined when such files are not taken. */
export function findType(types: readonly FileType[], name: string): FileType | undefined {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return types.find((type) => type.extension === extension)
}

/** Whether the first bytes are those of the type; a name is easily changed, what a program makes of the bytes is not. */
export function beginsAs(type: FileType, head: Uint8Array): boolean {
  return type.begins?.bytes.every((byte, index) => head[(type.begins?.offset ?? 0) + index] === byte) ?? true
}
