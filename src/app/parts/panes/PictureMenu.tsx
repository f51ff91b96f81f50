import { ActionIcon, Menu } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { memo, type RefObject, useState } from 'react';
import type { LabelScheme } from '../../../domain/labelScheme';
import type { PlacedPane } from '../../../domain/panes';
import { type MessageKey, useTranslate } from '../../../i18n/translate';
import type { PaneHandle } from '../../../viewer/CasePane';
import { downloadFile } from '../downloadFile';
import { pictureOfPanes } from './pictureOfPanes';

interface PictureMenuProps {
  scheme: LabelScheme;
  handles: RefObject<Map<PlacedPane['place'], PaneHandle>>;
}

const scales = [1, 2, 3, 4];
const copyScale = 2;

/** Saves or copies what the panes show, with all that is needed to read it elsewhere. */
export const PictureMenu = memo(function PictureMenu({ scheme, handles }: PictureMenuProps) {
  const { t } = useTranslate();
  const [message, setMessage] = useState<MessageKey | null>(null);
  const draw = (scale: number) => pictureOfPanes(scheme, handles.current, scale);
  const save = async (scale: number) => {
    const { canvas, name } = draw(scale);
    const content = await pngOf(canvas);
    setMessage(content ? null : 'view.pictureTooLarge');
    if (content) downloadFile(`${name}.png`, content);
  };
  const copy = async () => {
    try {
      const { canvas } = draw(copyScale);
      const content = pngOf(canvas).then((png) => png ?? Promise.reject(new Error('no picture')));
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': content })]);
      setMessage('view.copied');
    } catch {
      setMessage('view.copyRefused');
    }
  };
  return (
    <>
      <Menu position="bottom-end" onOpen={() => setMessage(null)}>
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('view.picture')} title={t('view.picture')}>
            <IconCamera size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {scales.map((scale) => (
            <Menu.Item key={scale} onClick={() => void save(scale)}>
              {t('view.savePicture', { scale })}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => void copy()}>{t('view.copyPicture')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className="quiet picture-status">
        {message && t(message)}
      </span>
    </>
  );
});

function pngOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
