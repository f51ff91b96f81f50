import { useEffect, useState } from 'react';
import { meanIntervals } from '../../actions/cohortStatistics';

interface Interval {
  low: number;
  high: number;
}

/** While rows come in or a filter is typed, only the last state is worth an interval. */
const restMs = 150;

/** 95 % intervals of the means of these columns, worked out beside the page; null until they are there. */
export function useMeanIntervals(columns: number[][]): Interval[] | null {
  const [known, setKnown] = useState<{ columns: number[][]; intervals: Interval[] } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      meanIntervals(columns, stop.signal).then(
        (intervals) => setKnown({ columns, intervals }),
        (reason) => {
          if (!stop.signal.aborted) throw reason;
        },
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [columns]);
  return known?.columns === columns ? known.intervals : null;
}
