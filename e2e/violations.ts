import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

interface Look {
  /** A part of the page (CSS), where the rest was looked at before. */
  within?: string;
  /** All rules where none are named. */
  rules?: string[];
}

/** What axe finds on a page in one line each, so that a failure says what and where. */
export async function violations(page: Page, where: string, { within, rules }: Look = {}): Promise<string[]> {
  // A tooltip lies outside of all landmarks, as Mantine places it.
  await page.mouse.move(1, 1);
  // What is on its way in or out is half transparent and would fail for contrast.
  await page.waitForTimeout(400);
  // Without frames of other origins, of which there are none, axe need not open a page of its own: four times
  // as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (within) axe.include(within);
  if (rules) axe.withRules(rules);
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map(({ target, failureSummary }) => {
      const why = failureSummary?.split('\n')[1]?.trim() ?? '';
      return `${where}: ${id} ${target.join(' ')} ${why}`;
    }),
  );
}
