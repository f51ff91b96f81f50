import { Progress } from '@mantine/core';

/** How much is rated, as a bar beside words that say the same. */
export function RatedBar({ ratedCount, total }: { ratedCount: number; total: number }) {
  return (
    <div aria-hidden="true">
      <Progress value={(100 * ratedCount) / total} size="sm" />
    </div>
  );
}
