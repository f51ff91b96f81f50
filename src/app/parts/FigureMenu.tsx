import { ActionIcon, Button, Group, NumberInput, Popover, Tooltip } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import {
  type FigureSize,
  layoutWidthPx,
  pixelRatio,
  pngWithResolution,
  sizedSvg,
} from '../../charts/figureFile';
import { figureSvg, pngOfSvg } from '../../charts/plot/chartPicture';
import { type MessageKey, useTranslate } from '../../i18n/translate';
import { downloadFile } from './downloadFile';

/** Papers are white whatever the page looks like. */
const paper = { '--text': '#171a1f', '--quiet': '#535d6b', '--line': '#d9dde3', '--panel': '#ffffff' };

/** Charts that fill what height they get would be taller than wide in one column. */
const heightShare = 0.85;

/** One column of most journals. */
const usualSize: FigureSize = { widthMm: 85, fontPt: 8, dpi: 300 };

const fields: {
  key: keyof FigureSize;
  title: MessageKey;
  width: number;
  min: number;
  max: number;
  step?: number;
}[] = [
  { key: 'widthMm', title: 'report.figureWidth', width: 100, min: 30, max: 500 },
  { key: 'fontPt', title: 'report.figureFont', width: 100, min: 4, max: 20, step: 0.5 },
  { key: 'dpi', title: 'report.figureDpi', width: 110, min: 72, max: 1200, step: 50 },
];

interface FigureMenuProps {
  fileName: string;
  /** Written above the chart: what it shows, then the convention. */
  captions: readonly string[];
}

/** Saves the chart of the figure or section in which it stands, at the size that a paper asks for. */
export function FigureMenu({ fileName, captions }: FigureMenuProps) {
  const { t } = useTranslate();
  const [size, setSize] = useState(usualSize);
  const button = useRef<HTMLButtonElement>(null);
  const change = (key: keyof FigureSize) => (value: string | number) => {
    if (typeof value === 'number' && value > 0) setSize((before) => ({ ...before, [key]: value }));
  };
  const save = async (kind: 'svg' | 'png') => {
    const place = button.current;
    const figure = place?.closest('figure') ?? place?.closest('section')?.querySelector('figure');
    const svg = figure && (await drawnForPaper(figure, size, captions));
    if (!svg) return;
    const sized = sizedSvg(svg, size.widthMm);
    if (kind === 'svg') {
      downloadFile(`${fileName}.svg`, new Blob([sized], { type: 'image/svg+xml' }));
      return;
    }
    const drawnPx = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? layoutWidthPx(size));
    const png = await pngOfSvg(svg, pixelRatio(size, drawnPx));
    const file = pngWithResolution(new Uint8Array(await png.arrayBuffer()), size.dpi);
    downloadFile(`${fileName}.png`, new Blob([file], { type: 'image/png' }));
  };
  return (
    <Popover withinPortal position="bottom-end" trapFocus>
      <Popover.Target>
        <Tooltip label={t('report.figure')}>
          <ActionIcon ref={button} variant="subtle" aria-label={t('report.figure')}>
            <IconPhotoDown size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('report.figure')}>
        <Group gap="xs" wrap="nowrap">
          {fields.map(({ key, title, width, ...range }) => (
            <NumberInput
              key={key}
              size="xs"
              w={width}
              label={t(title)}
              value={size[key]}
              onChange={change(key)}
              {...range}
            />
          ))}
        </Group>
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={() => void save('svg')}>
            {t('report.figureSvg')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void save('png')}>
            {t('report.figurePng')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The chart laid out anew at the width of the paper and in its colours; the page is as before afterwards. */
async function drawnForPaper(
  figure: HTMLElement,
  size: FigureSize,
  captions: readonly string[],
): Promise<string | null> {
  const before = figure.style.cssText;
  for (const [name, color] of Object.entries(paper)) figure.style.setProperty(name, color);
  const widthPx = layoutWidthPx(size);
  Object.assign(figure.style, {
    color: paper['--text'],
    flex: 'none',
    width: `${widthPx}px`,
    height: `${Math.round(widthPx * heightShare)}px`,
  });
  try {
    await laidOut();
    return figureSvg(figure, captions, paper['--panel']);
  } finally {
    figure.style.cssText = before;
  }
}

/** Charts learn of their new width from the browser and draw again after that. */
async function laidOut(): Promise<void> {
  const settleMs = 120;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve, settleMs));
}
