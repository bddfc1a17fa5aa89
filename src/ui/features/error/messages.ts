import type { FeatureMessages } from '../../app/i18n.ts'

/** One text a code: what happened and what to do. Names in braces come from the error's details. */
export default {
  en: {
    internal: 'Something went wrong inside Naranhi. What you typed is kept; try again.',
    conflict: 'It was changed elsewhere first. Look at it again and repeat the change.',
    'not-found': 'It is no longer there. It may have been deleted in another window.',
    'paragraph-locked': 'The paragraph is locked. Unlock it first (Alt+L).',
    'content-changed': 'That would change or lose text, so it was not done.',
    duplicate: 'It is there already.',
    'read-only': 'The workspace is read-only. Make the file and its folder writable.',
    busy: 'Another program is writing to the workspace. It is tried again.',
    'disk-full': 'The disk is full. Make room; nothing saved so far is lost.',
    'workspace-empty':
      'The file is empty (0 bytes). Naranhi does not start anew where a workspace should be.',
    'workspace-newer': 'The workspace was made by a newer version of Naranhi. Update Naranhi to open it.',
    'workspace-foreign': 'The file is not a Naranhi workspace.',
    'workspace-damaged': 'The file is damaged: its content does not pass the checks.',
    'workspace-missing':
      'The workspace that was here is gone. It may have been moved or its drive is not connected.',
    'workspace-locked': 'Another program keeps the workspace locked. Close it there and try again.',
    'workspace-lost-rows': 'The workspace holds less than it did last time. It may be an old copy.',
    'workspace-closed': 'No workspace is open.',
    'backup-damaged': 'That backup did not pass its checks and was not used. Choose an older one.',
    'sqlite-too-old': 'The SQLite library is too old to be safe. Reinstall Naranhi.',
    'migration-failed': 'The workspace could not be brought to this version. The old file is untouched.',
    'file-not-found': 'There is no file {path}.',
    'file-unreadable': 'The file {path} could not be read.',
    'file-unwritable': 'Could not write to {path}. Choose another folder.',
    'file-too-large': 'The file {file} is too large. Cut it into parts.',
    'file-binary': '{file} is not a text file.',
    'file-truncated': '{file} is cut off (line {line}, byte {byteOffset}). Get it again from where it came.',
    'file-undecodable':
      '{file} could not be read in this encoding (line {line}, byte {byteOffset}). Choose another one.',
    'file-unknown-encoding': 'There is no encoding of that name.',
    'file-unknown-format':
      'Naranhi does not know this kind of file. Articles come as .txt and .md, glossaries as .tbx, .xml, .csv, .tsv, .txt and .xlsx.',
    'file-malformed':
      '{file} is not built as its format asks (line {line}, column {column}). Choose another format, or save the file again in the program it comes from.',
    'file-malformed.nowhere':
      '{file} is not built as its format asks. Choose another format, or save the file again in the program it comes from.',
    'read-only-glossary':
      'The glossary “{name}” is read-only. Make it writable in the glossary view, or choose another one.',
    'text-invalid': '{file} holds a character that cannot be stored (line {line}, column {column}).',
    'paragraph-too-long': 'Line {line} of {file} is too long for one paragraph. Cut it by sentence.',
    'too-many-paragraphs': '{file} has too many paragraphs for one article. Cut it into parts.',
    'nothing-to-import': 'There is no text in it.',
    cancelled: 'Cancelled. Nothing was changed.',
    'unavailable-here': 'Naranhi does not answer. Is it still running?',
    refused:
      'This tab’s key has expired. Open the address Naranhi printed last in this tab: what is unsaved stays here and is saved then.',
    'bad-input': 'That input is not possible.',
  },
  ko: {
    internal: 'Naranhi 안에서 문제가 생겼습니다. 입력한 것은 남아 있습니다. 다시 시도하세요.',
    conflict: '다른 곳에서 먼저 바뀌었습니다. 다시 보고 고치세요.',
    'not-found': '더 이상 없습니다. 다른 창에서 지웠을 수 있습니다.',
    'paragraph-locked': '잠긴 문단입니다. 먼저 푸세요 (Alt+L).',
    'content-changed': '글이 바뀌거나 사라질 수 있어 하지 않았습니다.',
    duplicate: '이미 있습니다.',
    'read-only': '작업 공간이 읽기 전용입니다. 파일과 폴더에 쓸 수 있게 하세요.',
    busy: '다른 프로그램이 작업 공간에 쓰고 있습니다. 다시 시도합니다.',
    'disk-full': '디스크가 가득 찼습니다. 자리를 비우세요. 저장된 것은 사라지지 않습니다.',
    'workspace-empty': '파일이 비어 있습니다(0바이트). 작업 공간이 있어야 할 자리에 새로 만들지 않습니다.',
    'workspace-newer': '더 새로운 Naranhi에서 만든 작업 공간입니다. Naranhi를 새 버전으로 올리세요.',
    'workspace-foreign': 'Naranhi 작업 공간이 아닌 파일입니다.',
    'workspace-damaged': '파일이 손상되어 내용 검사를 통과하지 못했습니다.',
    'workspace-missing': '여기 있던 작업 공간이 없습니다. 옮겼거나 드라이브가 연결되지 않았을 수 있습니다.',
    'workspace-locked': '다른 프로그램이 작업 공간을 잠그고 있습니다. 그쪽에서 닫고 다시 시도하세요.',
    'workspace-lost-rows': '작업 공간에 지난번보다 적게 들어 있습니다. 오래된 사본일 수 있습니다.',
    'workspace-closed': '열린 작업 공간이 없습니다.',
    'backup-damaged': '그 백업은 검사를 통과하지 못해 쓰지 않았습니다. 더 오래된 것을 고르세요.',
    'sqlite-too-old': 'SQLite가 너무 오래되어 안전하지 않습니다. Naranhi를 다시 설치하세요.',
    'migration-failed': '작업 공간을 이 버전으로 올리지 못했습니다. 옛 파일은 그대로입니다.',
    'file-not-found': '{path} 파일이 없습니다.',
    'file-unreadable': '{path} 파일을 읽을 수 없습니다.',
    'file-unwritable': '{path}에 쓸 수 없습니다. 다른 폴더를 고르세요.',
    'file-too-large': '{file} 파일이 너무 큽니다. 나누세요.',
    'file-binary': '{file}은(는) 텍스트 파일이 아닙니다.',
    'file-truncated': '{file}이(가) 중간에 잘렸습니다({line}행, {byteOffset}바이트). 원본에서 다시 받으세요.',
    'file-undecodable':
      '{file}을(를) 이 인코딩으로 읽을 수 없습니다({line}행, {byteOffset}바이트). 다른 인코딩을 고르세요.',
    'file-unknown-encoding': '그런 이름의 인코딩은 없습니다.',
    'file-unknown-format':
      'Naranhi가 모르는 형식의 파일입니다. 기사는 .txt와 .md, 용어집은 .tbx, .xml, .csv, .tsv, .txt, .xlsx로 가져옵니다.',
    'file-malformed':
      '{file} 파일의 짜임이 형식에 맞지 않습니다({line}행 {column}열). 다른 형식을 고르거나, 파일을 만든 프로그램에서 다시 저장하세요.',
    'file-malformed.nowhere':
      '{file} 파일의 짜임이 형식에 맞지 않습니다. 다른 형식을 고르거나, 파일을 만든 프로그램에서 다시 저장하세요.',
    'read-only-glossary':
      '“{name}” 용어집은 읽기 전용입니다. 용어집 보기에서 쓸 수 있게 바꾸거나 다른 용어집을 고르세요.',
    'text-invalid': '{file}에 저장할 수 없는 글자가 있습니다({line}행 {column}열).',
    'paragraph-too-long': '{file}의 {line}행은 한 문단으로 너무 깁니다. 문장으로 나누세요.',
    'too-many-paragraphs': '{file}에는 기사 하나로 쓰기에 문단이 너무 많습니다. 나누세요.',
    'nothing-to-import': '글이 없습니다.',
    cancelled: '취소했습니다. 바뀐 것은 없습니다.',
    'unavailable-here': 'Naranhi가 대답하지 않습니다. 아직 실행 중인가요?',
    refused:
      '이 탭의 열쇠가 만료됐습니다. Naranhi가 마지막으로 출력한 주소를 이 탭에서 여세요. 저장되지 않은 글은 여기 남아 있다가 그때 저장됩니다.',
    'bad-input': '그런 입력은 받을 수 없습니다.',
  },
} satisfies FeatureMessages
