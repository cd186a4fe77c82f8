import { describe, expect, it } from 'vitest';
import { day, daysLater, isDay, monthsEarlier, monthsOf, todayInKorea, weekOf } from '../../src/text/calendar.ts';

describe('the calendar', () => {
  it('counts days across months and leap years', () => {
    expect(daysLater('2024-02-28', 1)).toBe('2024-02-29');
    expect(daysLater('2024-01-01', -1)).toBe('2023-12-31');
    expect(day(2023, 14, 1)).toBe('2024-02-01');
  });

  it('keeps to the last day of a shorter month', () => {
    expect(monthsEarlier('2024-03-31', 1)).toBe('2024-02-29');
    expect(monthsEarlier('2024-01-15', 2)).toBe('2023-11-15');
  });

  it('begins weeks on Monday', () => {
    expect(weekOf('2024-03-10', 0)).toEqual({ since: '2024-03-04', until: '2024-03-10' });
    expect(weekOf('2024-03-11', -1)).toEqual({ since: '2024-03-04', until: '2024-03-10' });
  });

  it('knows the days of months', () => {
    expect(monthsOf(2024, 2)).toEqual({ since: '2024-02-01', until: '2024-02-29' });
    expect(monthsOf(2024, 0)).toEqual({ since: '2023-12-01', until: '2023-12-31' });
    expect([isDay(2023, 2, 29), isDay(2024, 2, 29)]).toEqual([false, true]);
  });

  it('is in Korea already tomorrow when it is evening in London', () => {
    expect(todayInKorea(Date.UTC(2024, 2, 5, 15, 30))).toBe('2024-03-06');
    expect(todayInKorea(Date.UTC(2024, 2, 5, 14, 59))).toBe('2024-03-05');
  });
});
