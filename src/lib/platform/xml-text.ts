/** Text without the characters that XML forbids: one of them, and Office calls a whole file damaged. */
export const xmlText = (text: string): string =>
  text.toWellFormed().replace(/[\uFFFE\uFFFF]|[^\P{Cc}\t\n\r\u007F-\u009F]/gu, '');
