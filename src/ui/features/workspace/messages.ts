import type { FeatureMessages } from '../../app/i18n.ts'

export default {
  en: {
    readOnly:
      'This workspace is open read-only: the file or its folder cannot be written. Nothing you change here can be saved.',
    sampleAdded: 'The sample project is back.',
    backedUp: 'Backed up and checked.',
    refusedTitle: 'The workspace could not be opened',
    untouched: 'Nothing was changed. The file is still as it was:',
    backups: 'Backups, newest first',
    holds: '{articles} articles, {paragraphs} paragraphs',
    verified: 'checked when it was made',
    unverified: 'not checked',
    restore: 'Restore',
    lost: 'What was saved after {when} is not in it.',
    damage:
      'The daily check found damage in the workspace file. Hand over what you need, and start Naranhi again to restore a backup.',
    restoreKeeps: 'Restoring puts the present file aside under another name; nothing is deleted.',
    noBackups: 'There is no backup beside it yet. Put a copy of the file in its place and try again.',
    tryAgain: 'Try again',
  },
  ko: {
    readOnly:
      '작업 공간을 읽기 전용으로 열었습니다. 파일이나 폴더에 쓸 수 없어 여기서 바꾼 것은 저장되지 않습니다.',
    sampleAdded: '견본 프로젝트를 다시 가져왔습니다.',
    backedUp: '백업하고 확인했습니다.',
    refusedTitle: '작업 공간을 열 수 없습니다',
    untouched: '아무것도 바꾸지 않았습니다. 파일은 그대로 있습니다:',
    backups: '백업, 최신순',
    holds: '기사 {articles}개, 문단 {paragraphs}개',
    verified: '만들 때 확인함',
    unverified: '확인하지 않음',
    restore: '복원',
    lost: '{when} 뒤에 저장한 것은 들어 있지 않습니다.',
    damage:
      '매일 하는 검사에서 작업 공간 파일이 손상된 것을 발견했습니다. 필요한 것을 내보내고 Naranhi를 다시 시작해 백업을 복원하세요.',
    restoreKeeps: '복원하면 지금 파일은 다른 이름으로 옆에 둡니다. 아무것도 지우지 않습니다.',
    noBackups: '옆에 백업이 아직 없습니다. 파일의 사본을 제자리에 두고 다시 시도하세요.',
    tryAgain: '다시 시도',
  },
} satisfies FeatureMessages
