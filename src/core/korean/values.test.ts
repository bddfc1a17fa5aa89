import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meaningKey } from '../model/value.ts'
import { koreanValues } from './values.ts'

const read = (text: string) =>
  koreanValues(text).map(
    ({ start, end, meaning, approximation }) =>
      `${text.slice(start, end)} = ${meaningKey(meaning)}${approximation ? ` ${approximation}` : ''}`,
  )

describe('values of Korean text', () => {
  it.each([
    [
      '2조 2천억 위안(약 3,138억 달러)을',
      '2조 2천억 위안 = CNY 2200000000000e-0',
      '3,138억 달러 = USD 313800000000e-0',
    ],
    ['1만2천500원과 3억5000만 명이', '1만2천500원 = KRW 12500e-0', '3억5000만 명 = count 350000000e-0'],
    ['5만㎡에 20만t을', '5만㎡ = m2 50000e-0', '20만t = t 200000e-0'],
    ['1,066초 동안 3개가 세 곳에서', '1,066초 = second 1066e-0', '3개 = count 3e-0', '세 곳 = count 3e-0'],
    [
      '8.4%, 3.2%p, 15퍼센트, 2%포인트',
      '8.4% = % 84e-1',
      '3.2%p = %p 32e-1',
      '15퍼센트 = % 15e-0',
      '2%포인트 = %p 2e-0',
    ],
    ['2025년 7월 1일부터 7월 3일까지', '2025년 7월 1일 = year=2025,month=7,day=1', '7월 3일 = month=7,day=3'],
    [
      '7월 1일부터 7일까지, 2021년부터 2025년까지',
      '7월 1일부터 7일 = month=7,day=1,toDay=7',
      '2021년부터 2025년 = year=2021,toYear=2025',
    ],
    ['1일부터 7일간', '1일 = day=1', '7일간 = day 7e-0'],
    ['지난 11일, 오는 24~25일', '11일 = day=11', '24~25일 = day=24,toDay=25'],
    ['2026년 3분기와 상반기', '2026년 3분기 = year=2026,quarter=3', '상반기 = half=1'],
    ['1~9월에, 1∼3분기에', '1~9월 = month=1,toMonth=9', '1∼3분기 = quarter=1,toQuarter=3'],
    ['계획(2021~2035)을', '2021~2035 = year=2021,toYear=2035'],
    ['3배로, 두 배로', '3배 = times 3e-0', '두 배 = times 2e-0'],
    [
      '제3회, 12차 회의, 583번째, 1위',
      '제3회 = ordinal 3e-0',
      '12차 = ordinal 12e-0',
      '583번째 = ordinal 583e-0',
      '1위 = ordinal 1e-0',
    ],
    ['2~3만 개, 10~15%', '2~3만 개 = count 20000e-0~30000e-0', '10~15% = % 10e-0~15e-0'],
    ['100여명, 10여만 명', '100여명 = count 100e-0 over', '10여만 명 = count 100000e-0 over'],
    [
      '10년간, 3일간, 6개월, 48시간',
      '10년간 = year 10e-0',
      '3일간 = day 3e-0',
      '6개월 = month 6e-0',
      '48시간 = hour 48e-0',
    ],
    ['3분의 2가', '3분의 2 = 1/3 2e-0'],
    ['５０％와 １，２００명', '５０％ = % 50e-0', '１，２００명 = count 1200e-0'],
    ['1,000km는 1000㎞다', '1,000km = km 1000e-0', '1000㎞ = km 1000e-0'],
    ['이천만 원', '이천만 원 = KRW 20000000e-0'],
    // Names, codes, scores, memorable days, clocks, vague numbers, signs.
    ['Z-20과 G20, 5G, 코로나19, 글로벌 500, CR450-2'],
    ['6·25와 3·1절, 1:1, 10:30, 3.2.1'],
    ['2차전지, 4차 산업혁명, 1인당, 3국, 1선 도시, 제3조'],
    ['오전 10시 30분'],
    ['수십억 원, 몇백 명, 수천만 달러'],
    ['-3.5%, △2%'],
    ['버전 3.5, 선저우 20호, 2호선'],
    ['5원칙, 이천시, 만화, 조사'],
  ])('%s', (text, ...values) => {
    expect(read(text)).toEqual(values.filter((value) => value !== ''))
  })

  it('ascend, lie within the text and never overlap, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'2조 |2천억|위안|달러|3,138|.|,|년|월 |일|분기|~|%|%p|제|회|여|만|세 |곳|배| |G|-|·|５|상반기|차|번째|분의 |이|을|(|)|kg|t'.split(
        '|',
      ),
      '7',
      '12',
      '2025',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end } of koreanValues(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { seed: 45, numRuns: 5_000 },
    )
  })
})
