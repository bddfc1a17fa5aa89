import type { ConformanceCase } from '../conformance.ts'
import { holds, NOBODY, refused, same } from './check.ts'

const withPrototypeKey = (): unknown => JSON.parse('{"name":"시험","__proto__":{"polluted":true}}')

export const doorCases: readonly ConformanceCase[] = [
  {
    name: 'door: names that are none, prototype names among them',
    async run(call) {
      for (const name of [
        '',
        'article',
        'article.nothing',
        'toString',
        '__proto__',
        'constructor',
        'hasOwnProperty',
      ])
        await refused(call, name, {}, 'unknown-call')
    },
  },
  {
    name: 'door: inputs of another shape, with the path of what is wrong',
    async run(call) {
      const table: readonly [name: string, input: unknown, path: string][] = [
        ['project.add', { name: '시험', colour: 'red' }, ''],
        ['project.add', {}, 'name'],
        ['project.add', { name: 7 }, 'name'],
        ['project.add', { name: '   ' }, 'name'],
        ['project.add', null, ''],
        ['project.add', [], ''],
        ['project.add', 'name', ''],
        ['project.list', { trashed: 'yes' }, 'trashed'],
        ['article.get', { id: 0 }, 'id'],
        ['article.get', { id: 1.5 }, 'id'],
        ['article.get', { id: '1' }, 'id'],
        ['article.trash', { ids: [] }, 'ids'],
        ['article.update', { id: 1, head: { dateline: 'yesterday' } }, 'head.dateline'],
        ['article.update', { id: 1, head: { language: 'ko' } }, 'head'],
        ['paragraph.save', { edits: [] }, 'edits'],
        ['paragraph.save', { edits: [{ id: 1, target: 'a\nb', baseRevision: 0 }] }, 'edits.0.target'],
        ['paragraph.save', { edits: [{ id: 1, target: 'a\u0000b', baseRevision: 0 }] }, 'edits.0.target'],
        ['paragraph.save', { edits: [{ id: 1, target: 'a', baseRevision: -1 }] }, 'edits.0.baseRevision'],
        [
          'paragraph.save',
          { edits: [{ id: 1, target: 'a', baseRevision: 0, status: 'done' }] },
          'edits.0.status',
        ],
        ['annotation.add', { paragraphId: 1, side: 'middle', start: 0, end: 1, kind: 'note' }, 'side'],
        ['term.add', { source: '시', target: '' }, 'target'],
        ['term.list', { limit: 0 }, 'limit'],
        ['memory.find', { text: '' }, 'text'],
        ['setting.change', { theme: 'pink' }, 'theme'],
        ['setting.change', { unknownSetting: 1 }, ''],
        ['import.preview', { items: [{ from: { kind: 'bytes' } }] }, 'items.0.from.kind'],
        ['job.wait', {}, 'id'],
      ]
      for (const [name, input, path] of table) {
        const { details } = await refused(call, name, input, 'bad-input')
        const { issues } = details as { issues: { path: string }[] }
        holds(
          issues.some((issue) => issue.path === path),
          `${name}: no issue at "${path}" in ${JSON.stringify(issues)}`,
        )
      }
    },
  },
  {
    name: 'door: a prototype key in an input is refused and pollutes nothing',
    async run(call) {
      await refused(call, 'project.add', withPrototypeKey(), 'bad-input')
      await refused(
        call,
        'project.add',
        JSON.parse('{"constructor":{"prototype":{}},"name":"시험"}'),
        'bad-input',
      )
      holds(!('polluted' in {}), 'the prototype of objects was changed')
    },
  },
  {
    name: 'door: what is not there is not found',
    async run(call) {
      const table: readonly [name: string, input: unknown][] = [
        ['project.rename', { id: NOBODY, name: '시험' }],
        ['project.trash', { id: NOBODY }],
        ['project.restore', { id: NOBODY }],
        ['article.get', { id: NOBODY }],
        ['article.update', { id: NOBODY, head: {} }],
        ['article.move', { ids: [NOBODY], projectId: NOBODY }],
        ['article.trash', { ids: [NOBODY] }],
        ['article.restore', { ids: [NOBODY] }],
        ['article.place', { id: NOBODY, paragraphId: NOBODY, offset: 0 }],
        ['paragraph.save', { edits: [{ id: NOBODY, target: 'a', baseRevision: 0 }] }],
        ['paragraph.lock', { ids: [NOBODY], locked: true }],
        ['paragraph.editSource', { id: NOBODY, source: '가', baseRevision: 0 }],
        ['paragraph.history', { id: NOBODY }],
        ['paragraph.revert', { id: NOBODY, sequence: 1, baseRevision: 0 }],
        ['annotation.list', { articleId: NOBODY }],
        ['annotation.add', { paragraphId: NOBODY, side: 'source', start: 0, end: 1, kind: 'note' }],
        ['annotation.update', { id: NOBODY, body: 'a' }],
        ['annotation.remove', { id: NOBODY }],
        ['annotation.restore', { id: NOBODY }],
        ['annotation.reply', { id: NOBODY, body: 'a' }],
        ['annotation.removeReply', { id: NOBODY, replyId: 1 }],
        ['term.update', { id: NOBODY, note: 'a' }],
        ['term.remove', { ids: [NOBODY] }],
        ['term.restore', { ids: [NOBODY] }],
        ['term.add', { source: '가', target: 'a', glossaryId: NOBODY }],
        ['term.findInParagraphs', { ids: [NOBODY] }],
        ['memory.findForParagraph', { id: NOBODY }],
        ['unit.remove', { ids: [NOBODY] }],
        ['memory.restore', { id: NOBODY }],
        ['job.cancel', { id: 'none' }],
        ['job.wait', { id: 'none' }],
      ]
      for (const [name, input] of table) await refused(call, name, input, 'not-found')
    },
  },
  {
    name: 'setting: changes what is named, keeps the rest, and takes keys of commands',
    async run(call) {
      const before = await call('setting.all', {})
      const fontSize = before.fontSize === 18 ? 19 : 18
      const after = await call('setting.change', { fontSize, keys: { 'edit.find': 'Mod+F' } })
      same(after, { ...before, fontSize, keys: { 'edit.find': 'Mod+F' } })
      same(await call('setting.all', {}), after)
      await call('setting.change', { fontSize: before.fontSize, keys: before.keys })
      same(await call('setting.all', {}), before)
    },
  },
]
