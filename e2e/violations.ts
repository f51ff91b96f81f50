import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds, in one line each, so that a failure says what and where. */
export async function violations(page: Page, where: string): Promise<string[]> {
  // What is on its way in or out is half transparent and would fail for contrast.
  await page.waitForTimeout(400);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n')[1]?.trim() ?? '';
      return `${where}: ${id} ${target.join(' ')} ${why}`;
    }),
  );
}
