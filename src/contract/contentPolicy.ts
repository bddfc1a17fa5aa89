/**
 * The content security policy of the window, the same in every host: nothing from elsewhere, no inline script, no
 * eval. Monaco writes style attributes (`style-src`) and inserts markup through trusted types of its own, named here.
 */
const trustedTypes = [
  'vue',
  'naranhi-worker',
  'dompurify',
  'defaultWorkerFactory',
  'editorViewLayer',
  'domLineBreaksComputer',
  'editorGhostText',
  'stickyScrollViewLayer',
  'standaloneColorizer',
  'tokenizeToString',
  'diffEditorWidget',
  'diffReview',
  'richScreenReaderContent',
  'domSanitize0',
]

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${trustedTypes.join(' ')}`,
].join('; ')
