import type { FeatureMessages } from '../../app/i18n.ts'

export default {
  en: {
    title: 'Commands and articles',
    placeholder: 'Type a command or an article…',
    nothing: 'Nothing goes by that name.',
  },
  ko: {
    title: '명령과 기사',
    placeholder: '명령이나 기사 이름을 입력하세요…',
    nothing: '그런 이름은 없습니다.',
  },
} satisfies FeatureMessages
