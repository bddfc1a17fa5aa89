/** Stable codes: the window switches on them and never on the message. */
export const ERROR_CODES = [
  'unknown-call',
  'bad-input',
  'not-found',
  'conflict',
  'paragraph-locked',
  'content-changed',
  'duplicate',
  'read-only',
  'read-only-glossary',
  'busy',
  'disk-full',
  'workspace-empty',
  'workspace-newer',
  'workspace-foreign',
  'workspace-damaged',
  'workspace-missing',
  'workspace-locked',
  'workspace-lost-rows',
  'workspace-closed',
  'backup-damaged',
  'sqlite-too-old',
  'migration-failed',
  'file-not-found',
  'file-unreadable',
  'file-unwritable',
  'file-too-large',
  'file-binary',
  'file-truncated',
  'file-undecodable',
  'file-unknown-encoding',
  'file-unknown-format',
  'file-malformed',
  'text-invalid',
  'paragraph-too-long',
  'too-many-paragraphs',
  'nothing-to-import',
  'cancelled',
  'unavailable-here',
  'refused',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** JSON-shaped facts about an error: file, line, column, byteOffset, path, what was expected. */
export type ErrorDetails = Record<string, unknown>

export interface ErrorShape {
  code: ErrorCode
  message: string
  details: ErrorDetails
}

/** The one error that crosses a wall. Anything else becomes `internal` at the door, without a stack trace. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  toShape(): ErrorShape {
    return { code: this.code, message: this.message, details: this.details }
  }

  static fromShape(shape: ErrorShape): AppError {
    return new AppError(shape.code, shape.message, shape.details)
  }
}

/** What every wall carries: a value or an error, never an exception. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; error: ErrorShape }
