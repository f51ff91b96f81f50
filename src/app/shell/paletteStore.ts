import { createSpotlight } from '@mantine/spotlight';

/** The palette's own state, and what opens it. */
export const [paletteStore, palette] = createSpotlight();
