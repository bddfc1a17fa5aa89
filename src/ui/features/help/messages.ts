import type { FeatureMessages } from '../../app/i18n.ts'

export default {
  en: {
    about: 'About Naranhi',
    what: 'Naranhi (나란히, “side by side”) is a workbench for translating Korean articles into English, without a network.',
    version: 'Version',
    workspace: 'Workspace',
    'host.desktop': 'desktop',
    'host.page': 'local page',
    'host.command-line': 'command line',
    licences: 'MIT licence. Set in Pretendard (SIL Open Font License 1.1).',
  },
  ko: {
    about: 'Naranhi 정보',
    what: 'Naranhi(나란히)는 네트워크 없이 한국어 기사를 영어로 번역하는 작업대입니다.',
    version: '버전',
    workspace: '작업 공간',
    'host.desktop': '데스크톱',
    'host.page': '로컬 페이지',
    'host.command-line': '명령줄',
    licences: 'MIT 라이선스. 글꼴은 Pretendard(SIL Open Font License 1.1)입니다.',
  },
} satisfies FeatureMessages
