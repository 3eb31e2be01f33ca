/** The form that gathers what is chosen for comparing; its boxes stand in the list above it. */
export const COMPARE_FORM = 'compare';
