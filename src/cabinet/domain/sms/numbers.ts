/** The short numbers of the cabinet, and the name under which it writes first. */
export const shortNumbers = { recovery: '1070', gifts: '1071' } as const;

export const cabinetSender = 'LISA';
