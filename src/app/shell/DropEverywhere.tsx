import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useWindowEvent } from '@mantine/hooks';
import { keepDropped } from '../../actions/session/folderHandles';
import { useTranslate } from '../../i18n/translate';
import { openChosen } from '../parts/openChosen';

/** The whole page takes drops, on every screen; several drops add up. */
export function DropEverywhere() {
  const { t } = useTranslate();
  // Before the drop zone's own listener: what is dropped can be asked for its handle only within the event.
  useWindowEvent('drop', ({ dataTransfer }) => dataTransfer && keepDropped(dataTransfer.items), true);
  // The drop zone counts what leaves, but of what enters files alone: a row dragged before would hide it under the next files.
  useWindowEvent(
    'dragleave',
    (event) => event.dataTransfer?.types.includes('Files') || event.stopPropagation(),
    true,
  );
  return (
    <Dropzone.FullScreen
      active
      onDrop={openChosen}
      zIndex={400}
      useFsAccessApi={false}
      inputProps={{ 'aria-hidden': true }}
    >
      <Text size="xl" ta="center" className="drop-message" aria-hidden="true">
        {t('app.dropNow')}
      </Text>
    </Dropzone.FullScreen>
  );
}
