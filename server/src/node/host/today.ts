import { calendarDate, type CalendarDate } from '../../calendar/calendarDate.ts';

/** The date on this machine's clock and in its time zone. */
export function today(now = new Date()): CalendarDate {
  return calendarDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
