/** The calendar of members who serve every region. */
export const STAFF_TIME_ZONE = 'Asia/Yekaterinburg';
