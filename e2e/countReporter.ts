import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Closes a run with one plain line of counts, and says each skip and its reason out loud. */
export default class CountReporter implements Reporter {
  private readonly counts = { passed: 0, failed: 0, skipped: 0 }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'skipped') {
      this.counts.skipped++
      const reason = test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'
      console.log(`SKIPPED ${test.titlePath().slice(2).join(' › ')}: ${reason}`)
    } else if (test.outcome() === 'expected' || test.outcome() === 'flaky') this.counts.passed++
    else this.counts.failed++
  }

  onEnd(): void {
    const { passed, failed, skipped } = this.counts
    console.log(`end-to-end: ${passed} passed, ${failed} failed, ${skipped} skipped`)
  }
}
