import { AppError, type ErrorCode } from '#contract/error.ts'
import { FormatError, type FormatErrorCode } from '#core/formats/failure.ts'

const CODES: Readonly<Record<FormatErrorCode, ErrorCode>> = {
  undecodable: 'file-undecodable',
  truncated: 'file-truncated',
  binary: 'file-binary',
  'unknown-encoding': 'file-unknown-encoding',
  'not-storable': 'text-invalid',
  'paragraph-too-long': 'paragraph-too-long',
  'too-many-paragraphs': 'too-many-paragraphs',
  'too-large': 'file-too-large',
  'no-text': 'nothing-to-import',
  malformed: 'file-malformed',
  'unknown-format': 'file-unknown-format',
}

/** A format's refusal as the error that crosses a wall, its place in the file with it; null for other errors. */
export const failureOf = (error: unknown): AppError | null =>
  error instanceof FormatError ? new AppError(CODES[error.code], error.message, { ...error.details }) : null
