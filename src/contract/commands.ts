/**
 * Every command of the window, said once: the menus (the page's own and the desktop's), the palette, the key maps
 * and the keyboard page are all made from this list; the window adds only what each one does.
 *
 * Keys are written `Mod+Shift+P`: `Mod` is Ctrl, on macOS Cmd. Letters and digits are keys of the keyboard, not of
 * the input method, so they work in Korean mode too. The second key of a pair is for browser tabs, where Ctrl+T,
 * Ctrl+N, Ctrl+W and Ctrl+1…8 belong to the browser. Shift+Space, right Alt and right Ctrl are never bound: they
 * switch Korean input. `where` says what must have the focus: `desk` needs an open article.
 */
export type Menu = 'file' | 'edit' | 'translate' | 'annotate' | 'view' | 'help'
export type CommandPlace = 'anywhere' | 'desk' | 'source'

export interface CommandSpec {
  en: string
  ko: string
  menu: Menu
  /** Commands of one group stand together, with a line between groups. */
  group: number
  keys: readonly string[]
  where: CommandPlace
  /** Only moves the view or the caret, so its key works even while a note or another field is being written. */
  moves?: true
  /** Not listed in menus (the palette and the keyboard page still have it). */
  quiet?: true
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
type Digit = (typeof numbers)[number]

/** Nine commands that differ by their number alone; only the first stands in the menu. */
const numbered = <Prefix extends string>(
  prefix: Prefix,
  make: (n: Digit) => Pick<CommandSpec, 'en' | 'ko' | 'keys'>,
): Record<`${Prefix}${Digit}`, CommandSpec> => {
  const entries = numbers.map((n): [string, CommandSpec] => [
    `${prefix}${n}`,
    { ...make(n), menu: 'translate', group: 3, where: 'desk', ...(n > 1 ? { quiet: true as const } : {}) },
  ])
  return Object.fromEntries(entries) as Record<`${Prefix}${Digit}`, CommandSpec>
}

const spec = <Id extends string>(commands: Record<Id, CommandSpec>): Record<Id, CommandSpec> => commands

export const commands = spec({
  'article.import': {
    en: 'Bring in files…',
    ko: '파일 가져오기…',
    menu: 'file',
    group: 1,
    keys: ['Mod+O', 'Alt+O'],
    where: 'anywhere',
  },
  'article.paste': {
    en: 'Bring in pasted text…',
    ko: '붙여넣은 글 가져오기…',
    menu: 'file',
    group: 1,
    keys: ['Mod+Shift+V', 'Alt+V'],
    where: 'anywhere',
  },
  'project.add': {
    en: 'New project…',
    ko: '새 프로젝트…',
    menu: 'file',
    group: 1,
    keys: ['Alt+Shift+N'],
    where: 'anywhere',
  },
  'article.details': {
    en: 'Article details…',
    ko: '기사 정보…',
    menu: 'file',
    group: 2,
    keys: ['Alt+I'],
    where: 'desk',
    moves: true,
  },
  'article.export': {
    en: 'Hand over…',
    ko: '내보내기…',
    menu: 'file',
    group: 2,
    keys: ['Mod+Shift+E', 'Alt+E'],
    where: 'anywhere',
  },
  'article.exportAgain': {
    en: 'Hand over again',
    ko: '같은 설정으로 다시 내보내기',
    menu: 'file',
    group: 2,
    keys: ['Alt+Shift+E'],
    where: 'desk',
  },
  'glossary.import': {
    en: 'Bring in a glossary…',
    ko: '용어집 가져오기…',
    menu: 'file',
    group: 3,
    keys: ['Alt+Shift+I'],
    where: 'anywhere',
  },
  'glossary.export': {
    en: 'Hand over glossaries…',
    ko: '용어집 내보내기…',
    menu: 'file',
    group: 3,
    keys: ['Alt+Shift+X'],
    where: 'anywhere',
  },
  'workspace.backUp': {
    en: 'Back up the workspace now',
    ko: '지금 작업 공간 백업',
    menu: 'file',
    group: 4,
    keys: [],
    where: 'anywhere',
  },
  'app.settings': {
    en: 'Settings…',
    ko: '설정…',
    menu: 'file',
    group: 5,
    keys: ['Mod+,', 'Alt+Shift+,'],
    where: 'anywhere',
  },

  'edit.undo': { en: 'Undo', ko: '실행 취소', menu: 'edit', group: 1, keys: ['Mod+Z'], where: 'desk' },
  'edit.redo': {
    en: 'Redo',
    ko: '다시 실행',
    menu: 'edit',
    group: 1,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    where: 'desk',
  },
  'edit.selectParagraph': {
    en: 'Select the paragraph',
    ko: '문단 선택',
    menu: 'edit',
    group: 2,
    keys: ['Mod+A'],
    where: 'desk',
  },
  'edit.find': {
    en: 'Find in the article',
    ko: '기사에서 찾기',
    menu: 'edit',
    group: 2,
    keys: ['Mod+F'],
    where: 'desk',
  },
  'edit.replace': {
    en: 'Replace in the translation',
    ko: '번역문에서 바꾸기',
    menu: 'edit',
    group: 2,
    keys: ['Mod+H'],
    where: 'desk',
  },
  'library.search': {
    en: 'Search the library',
    ko: '서재에서 찾기',
    menu: 'edit',
    group: 2,
    keys: ['Mod+Shift+F', 'Alt+Shift+F'],
    where: 'anywhere',
  },
  'paragraph.split': {
    en: 'Split the paragraph here',
    ko: '여기서 문단 나누기',
    menu: 'edit',
    group: 3,
    keys: ['Mod+T', 'Alt+T'],
    where: 'desk',
  },
  'paragraph.join': {
    en: 'Join with the next paragraph',
    ko: '다음 문단과 합치기',
    menu: 'edit',
    group: 3,
    keys: ['Mod+J', 'Alt+J'],
    where: 'desk',
  },
  'paragraph.editSource': {
    en: 'Edit the source',
    ko: '원문 고치기',
    menu: 'edit',
    group: 3,
    keys: ['Alt+F2'],
    where: 'desk',
  },
  'paragraph.paste': {
    en: 'Paste over the following paragraphs',
    ko: '이어지는 문단에 나누어 붙여넣기',
    menu: 'edit',
    group: 4,
    keys: ['Mod+Alt+V', 'Alt+Shift+V'],
    where: 'desk',
  },

  'paragraph.next': {
    en: 'Next paragraph',
    ko: '다음 문단',
    menu: 'translate',
    group: 1,
    keys: ['Enter', 'PageDown'],
    where: 'desk',
  },
  'paragraph.previous': {
    en: 'Previous paragraph',
    ko: '이전 문단',
    menu: 'translate',
    group: 1,
    keys: ['Shift+Enter', 'PageUp'],
    where: 'desk',
  },
  'paragraph.nextUntranslated': {
    en: 'Next unconfirmed paragraph',
    ko: '다음 미확정 문단',
    menu: 'translate',
    group: 1,
    keys: ['Mod+U', 'Alt+U'],
    where: 'desk',
    moves: true,
  },
  'paragraph.goto': {
    en: 'Go to paragraph…',
    ko: '문단으로 가기…',
    menu: 'translate',
    group: 1,
    keys: ['Mod+G', 'Alt+G'],
    where: 'desk',
    moves: true,
  },
  'paragraph.confirm': {
    en: 'Confirm and go on',
    ko: '확정하고 다음으로',
    menu: 'translate',
    group: 2,
    keys: ['Mod+Enter'],
    where: 'desk',
  },
  'paragraph.unconfirm': {
    en: 'Back to draft',
    ko: '초안으로 되돌리기',
    menu: 'translate',
    group: 2,
    keys: ['Mod+Shift+Enter'],
    where: 'desk',
  },
  'paragraph.lock': {
    en: 'Lock or unlock',
    ko: '잠그기 / 풀기',
    menu: 'translate',
    group: 2,
    keys: ['Alt+L'],
    where: 'desk',
  },
  'paragraph.copySource': {
    en: 'Copy source to target',
    ko: '원문을 번역문에 복사',
    menu: 'translate',
    group: 3,
    keys: ['Mod+Shift+S', 'Alt+Shift+S'],
    where: 'desk',
  },
  ...numbered('match.insert', (n) => ({
    en: `Insert match ${n}`,
    ko: `매치 ${n} 넣기`,
    keys: [`Mod+${n}`, `Alt+${n}`],
  })),
  ...numbered('term.insert', (n) => ({
    en: `Insert term ${n}`,
    ko: `용어 ${n} 넣기`,
    keys: [`Mod+Alt+${n}`, `Alt+Shift+${n}`],
  })),
  'editor.complete': {
    en: 'Complete',
    ko: '자동 완성',
    menu: 'translate',
    group: 3,
    keys: ['Ctrl+Space', 'Alt+/'],
    where: 'desk',
  },
  'term.add': {
    en: 'Add a term…',
    ko: '용어 추가…',
    menu: 'translate',
    group: 4,
    keys: ['Mod+E', 'Alt+Shift+M'],
    where: 'anywhere',
  },
  'term.quickAdd': {
    en: 'Add the two selections as a term',
    ko: '양쪽 선택을 용어로 추가',
    menu: 'translate',
    group: 4,
    keys: ['Ctrl+Q', 'Alt+Q'],
    where: 'desk',
  },
  'term.fix': {
    en: 'Replace translations that are not to be used',
    ko: '쓰면 안 되는 번역을 권장 번역으로 바꾸기',
    menu: 'translate',
    group: 4,
    keys: ['Alt+F'],
    where: 'desk',
  },
  'term.usedIn': {
    en: 'Where the term is used…',
    ko: '용어가 쓰인 곳…',
    menu: 'translate',
    group: 4,
    keys: ['Alt+Shift+U'],
    where: 'desk',
  },
  'term.refuseHere': {
    en: 'Not a term here',
    ko: '여기서는 용어가 아님',
    menu: 'translate',
    group: 4,
    keys: ['Alt+X'],
    where: 'desk',
  },
  'term.refuseArticle': {
    en: 'Not a term in this article',
    ko: '이 기사에서는 용어가 아님',
    menu: 'translate',
    group: 4,
    keys: [],
    where: 'desk',
  },
  'term.refuseAlways': {
    en: 'Never a term in this word',
    ko: '이 낱말에서는 언제나 용어가 아님',
    menu: 'translate',
    group: 4,
    keys: [],
    where: 'desk',
  },
  'term.harvest': {
    en: 'Harvest terms…',
    ko: '용어 추출…',
    menu: 'translate',
    group: 4,
    keys: ['Alt+Shift+H'],
    where: 'anywhere',
  },
  'memory.concordance': {
    en: 'Look up the selection in the memory',
    ko: '선택한 말을 메모리에서 찾기',
    menu: 'translate',
    group: 4,
    keys: ['Mod+K', 'Alt+K'],
    where: 'anywhere',
  },
  'glossary.manage': {
    en: 'Manage glossaries…',
    ko: '용어집 관리…',
    menu: 'translate',
    group: 5,
    keys: ['Alt+Shift+K'],
    where: 'anywhere',
  },
  'glossary.changes': {
    en: 'Changes of terms…',
    ko: '용어 변경 내역…',
    menu: 'translate',
    group: 5,
    keys: ['Alt+Shift+Z'],
    where: 'anywhere',
  },
  'glossary.duplicates': {
    en: 'Merge duplicate terms…',
    ko: '중복 용어 합치기…',
    menu: 'translate',
    group: 5,
    keys: ['Alt+Shift+J'],
    where: 'anywhere',
  },

  'annotation.term': {
    en: 'Mark as term',
    ko: '용어로 표시',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+T'],
    where: 'desk',
  },
  'annotation.name': {
    en: 'Mark as name',
    ko: '이름으로 표시',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+A'],
    where: 'desk',
  },
  'annotation.number': {
    en: 'Mark as number',
    ko: '숫자로 표시',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+D'],
    where: 'desk',
  },
  'annotation.question': {
    en: 'Mark as question',
    ko: '질문으로 표시',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+Q'],
    where: 'desk',
  },
  'annotation.fact': {
    en: 'Mark for a fact check',
    ko: '사실 확인으로 표시',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+C'],
    where: 'desk',
  },
  'annotation.style': {
    en: 'Mark as a matter of style',
    ko: '문체로 표시',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+Y'],
    where: 'desk',
  },
  'annotation.note': {
    en: 'Add a note',
    ko: '메모 달기',
    menu: 'annotate',
    group: 1,
    keys: ['Alt+Shift+O'],
    where: 'desk',
  },
  'annotation.next': {
    en: 'Next annotation',
    ko: '다음 주석',
    menu: 'annotate',
    group: 2,
    keys: ['Alt+.'],
    where: 'desk',
    moves: true,
  },
  'annotation.previous': {
    en: 'Previous annotation',
    ko: '이전 주석',
    menu: 'annotate',
    group: 2,
    keys: ['Alt+,'],
    where: 'desk',
    moves: true,
  },
  'annotation.resolve': {
    en: 'Resolve or reopen the annotation',
    ko: '주석 해결 / 다시 열기',
    menu: 'annotate',
    group: 2,
    keys: ['Alt+R'],
    where: 'desk',
  },
  'annotation.remove': {
    en: 'Remove the annotation',
    ko: '주석 지우기',
    menu: 'annotate',
    group: 2,
    keys: ['Alt+Delete'],
    where: 'desk',
  },

  'view.desk': { en: 'Desk', ko: '책상', menu: 'view', group: 1, keys: ['Alt+D'], where: 'anywhere' },
  'view.glossary': {
    en: 'Glossary',
    ko: '용어집',
    menu: 'view',
    group: 1,
    keys: ['Alt+Shift+G'],
    where: 'anywhere',
  },
  'view.memory': {
    en: 'Memory',
    ko: '번역 메모리',
    menu: 'view',
    group: 1,
    keys: ['Alt+M'],
    where: 'anywhere',
  },
  'view.trash': { en: 'Trash', ko: '휴지통', menu: 'view', group: 1, keys: [], where: 'anywhere' },
  'view.matches': {
    en: 'Matches panel',
    ko: '매치 패널',
    menu: 'view',
    group: 2,
    keys: ['Alt+F5'],
    where: 'desk',
    moves: true,
  },
  'view.terms': {
    en: 'Terms panel',
    ko: '용어 패널',
    menu: 'view',
    group: 2,
    keys: ['Alt+F6'],
    where: 'desk',
    moves: true,
  },
  'view.notes': {
    en: 'Notes panel',
    ko: '주석 패널',
    menu: 'view',
    group: 2,
    keys: ['Alt+F7'],
    where: 'desk',
    moves: true,
  },
  'view.history': {
    en: 'History panel',
    ko: '이력 패널',
    menu: 'view',
    group: 2,
    keys: ['Alt+F8', 'Alt+H'],
    where: 'desk',
    moves: true,
  },
  'view.library': {
    en: 'Show or hide the library',
    ko: '서재 보이기 / 숨기기',
    menu: 'view',
    group: 3,
    keys: ['Mod+B'],
    where: 'anywhere',
  },
  'view.panel': {
    en: 'Show or hide the side panel',
    ko: '옆 패널 보이기 / 숨기기',
    menu: 'view',
    group: 3,
    keys: ['Mod+Alt+B', 'Alt+P'],
    where: 'anywhere',
  },
  'view.focusMode': {
    en: 'Focus mode',
    ko: '집중 모드',
    menu: 'view',
    group: 3,
    keys: ['Alt+Z'],
    where: 'anywhere',
  },
  'view.larger': {
    en: 'Larger text',
    ko: '글자 크게',
    menu: 'view',
    group: 4,
    keys: ['Mod+=', 'Alt+='],
    where: 'anywhere',
  },
  'view.smaller': {
    en: 'Smaller text',
    ko: '글자 작게',
    menu: 'view',
    group: 4,
    keys: ['Mod+-', 'Alt+-'],
    where: 'anywhere',
  },
  'view.theme': {
    en: 'Light or dark',
    ko: '밝게 / 어둡게',
    menu: 'view',
    group: 4,
    keys: ['Alt+Shift+L'],
    where: 'anywhere',
  },
  'focus.next': {
    en: 'Go to the next part of the window',
    ko: '창의 다음 부분으로',
    menu: 'view',
    group: 5,
    keys: ['F6'],
    where: 'anywhere',
  },
  'focus.previous': {
    en: 'Go to the previous part of the window',
    ko: '창의 이전 부분으로',
    menu: 'view',
    group: 5,
    keys: ['Shift+F6'],
    where: 'anywhere',
  },
  'focus.menu': {
    en: 'Go to the menu',
    ko: '메뉴로 가기',
    menu: 'view',
    group: 3,
    keys: ['F10'],
    where: 'anywhere',
    quiet: true,
  },
  'focus.other': {
    en: 'Switch between source and target',
    ko: '원문과 번역문 오가기',
    menu: 'view',
    group: 5,
    keys: ['Alt+S'],
    where: 'desk',
    moves: true,
  },

  'help.palette': {
    en: 'Command palette',
    ko: '명령 찾기',
    menu: 'help',
    group: 1,
    keys: ['Mod+Shift+P', 'F1'],
    where: 'anywhere',
  },
  'help.keys': {
    en: 'Keyboard shortcuts',
    ko: '단축키',
    menu: 'help',
    group: 1,
    keys: ['Alt+F1'],
    where: 'anywhere',
  },
  'help.sample': {
    en: 'Bring back the sample project',
    ko: '견본 프로젝트 다시 가져오기',
    menu: 'help',
    group: 2,
    keys: [],
    where: 'anywhere',
  },
  'help.about': {
    en: 'About Naranhi',
    ko: 'Naranhi 정보',
    menu: 'help',
    group: 3,
    keys: [],
    where: 'anywhere',
  },
})

export type CommandId = keyof typeof commands
export const commandIds = Object.keys(commands) as CommandId[]

export const menus: Record<Menu, { en: string; ko: string }> = {
  file: { en: 'File', ko: '파일' },
  edit: { en: 'Edit', ko: '편집' },
  translate: { en: 'Translate', ko: '번역' },
  annotate: { en: 'Annotate', ko: '주석' },
  view: { en: 'View', ko: '보기' },
  help: { en: 'Help', ko: '도움말' },
}

export type KeyMapName = 'naranhi' | 'omegat' | 'memoq' | 'trados'

/** Where another tool's users expect another key; everything not named keeps Naranhi's. */
export const keyMaps: Record<KeyMapName, Partial<Record<CommandId, readonly string[]>>> = {
  naranhi: {},
  omegat: {
    'paragraph.next': ['Enter', 'Mod+N', 'PageDown'],
    'paragraph.previous': ['Shift+Enter', 'Mod+P', 'PageUp'],
    'paragraph.nextUntranslated': ['Mod+U', 'Alt+U'],
    'paragraph.copySource': ['Mod+Shift+I', 'Alt+Shift+S'],
    'memory.concordance': ['Mod+F', 'Alt+K'],
    'edit.find': ['F3'],
    'term.add': ['Mod+Shift+G', 'Alt+Shift+M'],
    'paragraph.goto': ['Mod+J', 'Alt+G'],
    'paragraph.join': ['Alt+J'],
  },
  memoq: {
    'paragraph.nextUntranslated': ['Mod+G', 'Alt+U'],
    'paragraph.goto': ['Alt+G'],
  },
  trados: {
    'paragraph.copySource': ['Mod+Insert', 'Alt+Shift+S'],
    'memory.concordance': ['F3', 'Alt+K'],
    'term.add': ['Mod+F2', 'Alt+Shift+M'],
  },
}

/** The keys of a command: the user's own, else the key map's, else Naranhi's. An empty own key takes it away. */
export const keysOf = (
  id: CommandId,
  keyMap: KeyMapName,
  own: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const mine = own[id]
  if (mine !== undefined) return mine === '' ? [] : [mine]
  return keyMaps[keyMap][id] ?? commands[id].keys
}
