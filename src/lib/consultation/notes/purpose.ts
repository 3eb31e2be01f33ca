/** What private notes are sealed for: the notes of one consultation open nowhere else. */
export const notesPurpose = (consultationId: string): string => `notes/${consultationId}`;
