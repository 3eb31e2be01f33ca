/** Wide enough for a list, for a text, and for a whole page on a sharp screen. */
export const PICTURE_WIDTHS = [320, 960, 1920] as const;
