import type { ConformanceCase } from '../conformance.ts'
import { fresh, NOBODY, refused, runJob, same } from './check.ts'
import { confirmedUnits } from './unit.ts'

export const memoryCases: readonly ConformanceCase[] = [
  {
    name: 'memory: several, one of them written to, in an order, with a penalty',
    async run(call) {
      const before = await call('memory.list', {})
      const written = before.find(({ role }) => role === 'write')
      const added = await call('memory.add', { name: fresh('다른 기억'), note: '메모' })
      same([added.role, added.penalty, added.units, added.removedAt], ['read', 0, 0, null])
      const changed = await call('memory.update', { id: added.id, penalty: 7, name: '새 이름' })
      same([changed.name, changed.penalty, changed.note], ['새 이름', 7, '메모'])
      const [head] = await call('memory.order', { ids: [added.id] })
      same([head?.id, head?.priority], [added.id, 0])
      if (written) {
        const taken = await call('memory.update', { id: added.id, role: 'write' })
        same(taken.role, 'write')
        same((await call('memory.list', {})).filter(({ role }) => role === 'write').length, 1)
        await refused(call, 'memory.update', { id: added.id, role: 'off' }, 'refused')
        await refused(call, 'memory.remove', { id: added.id }, 'refused')
        await call('memory.update', { id: written.id, role: 'write' })
      }
      await refused(call, 'memory.update', { id: NOBODY, name: 'x' }, 'not-found')
      await refused(call, 'memory.order', { ids: [NOBODY] }, 'not-found')
      await refused(call, 'memory.remove', { id: NOBODY }, 'not-found')
    },
  },
  {
    name: 'memory: its penalty counts, switched off and in the trash it is not looked up, merged it is in the other',
    async run(call) {
      const source = fresh('국제공항 확장 공사를 마쳤다')
      const [unit] = await confirmedUnits(call, [[source, 'The airport was extended.']])
      const memory = await call('memory.add', { name: fresh('벌점') })
      await call('unit.move', { ids: [unit?.id ?? 0], memoryId: memory.id })
      const found = async (floor = 60) => {
        const { matches, lowered } = await call('memory.find', { text: source, floor })
        const match = lowered === null ? matches.find((each) => each.unit.id === unit?.id) : undefined
        return match ? [match.score, match.penalty, match.memoryName] : null
      }
      await call('memory.update', { id: memory.id, penalty: 10 })
      same(await found(), [100, 10, memory.name])
      same(await found(95), null)
      await call('memory.update', { id: memory.id, penalty: 0, role: 'off' })
      same(await found(), null)
      await call('memory.update', { id: memory.id, role: 'read' })
      same(await found(), [100, 0, memory.name])
      await call('memory.remove', { id: memory.id })
      same(await found(), null)
      same((await call('unit.list', { memoryIds: [memory.id] })).total, 0)
      same(
        (await call('memory.list', { removed: true })).some(({ id }) => id === memory.id),
        true,
      )
      same((await call('memory.restore', { id: memory.id })).units, 1)
      same(await found(), [100, 0, memory.name])

      const into = await call('memory.add', { name: fresh('합칠 곳') })
      const merged = await runJob(call, 'memory.merge', { id: memory.id, into: into.id })
      same([merged.moved, merged.merged], [1, 0])
      same(await found(), [100, 0, into.name])
      await call('unit.undo', { batch: merged.batch })
      same(await found(), [100, 0, memory.name])
      await refused(call, 'memory.restore', { id: NOBODY }, 'not-found')
    },
  },
]
