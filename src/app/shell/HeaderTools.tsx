import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLink, IconQuestionMark, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { showHelp } from '../../actions/showHelp';
import { pictureOnScreen } from '../../actions/showPicture';
import { useTranslate } from '../../i18n/translate';
import { useViewStore } from '../../stores/viewStore';
import { linkToPicture } from './link';
import { palette } from './paletteStore';

/** Copy link, find, help. */
export function HeaderTools() {
  const { t } = useTranslate();
  const screen = useViewStore((view) => view.screen);
  return (
    <>
      {screen === 'case' && <CopyLinkButton />}
      <Tooltip label={`${t('inspector.keyPalette')} (⌘K, Ctrl K)`}>
        <ActionIcon
          variant="subtle"
          aria-label={t('inspector.palette')}
          aria-keyshortcuts="Meta+K Control+K"
          onClick={() => palette.open()}
        >
          <IconSearch size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('inspector.help')} (?)`}>
        <ActionIcon
          variant="subtle"
          aria-label={t('inspector.help')}
          aria-keyshortcuts="?"
          onClick={() => showHelp(true)}
        >
          <IconQuestionMark size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

const shownMs = 2500;

function CopyLinkButton() {
  const { t } = useTranslate();
  const [outcome, setOutcome] = useState<'linkCopied' | 'linkNotCopied' | null>(null);
  const copy = async () => {
    const picture = pictureOnScreen();
    if (!picture) return;
    const done = await navigator.clipboard
      .writeText(linkToPicture(window.location.href, picture))
      .then(() => 'linkCopied' as const)
      .catch(() => 'linkNotCopied' as const);
    setOutcome(done);
    if (done === 'linkCopied') setTimeout(() => setOutcome(null), shownMs);
  };
  return (
    <>
      <Tooltip label={t('inspector.copyLinkHint')}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconLink size={15} />}
          onClick={() => void copy()}
        >
          {t(outcome === 'linkCopied' ? 'inspector.linkCopied' : 'inspector.copyLink')}
        </Button>
      </Tooltip>
      <span className={outcome === 'linkNotCopied' ? 'quiet' : 'visually-hidden'} role="status">
        {outcome && t(`inspector.${outcome}`)}
      </span>
    </>
  );
}
