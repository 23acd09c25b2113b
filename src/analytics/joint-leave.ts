/**
 * Cuti bersama: days off that Indonesia's ministers of religion, labour and state apparatus add around feasts by a decree
 * of each year (SKB Tiga Menteri: 2023 no. 1066/3/3 of 2022 as changed in March and June 2023, 2024 no. 855/3/4 of 2023,
 * 2025 no. 1017/2/2 of 2024 as changed in August 2025, 2026 no. 1497/2/5 of 2025, 2027 of September 2026). Nobody can
 * compute them, and no package has them; a new year is a new line here.
 */
export const JOINT_LEAVE = [
  '2023-01-23 2023-03-23 2023-04-19 2023-04-20 2023-04-21 2023-04-24 2023-04-25 2023-06-02 2023-06-28 2023-06-30 2023-12-26',
  '2024-02-09 2024-03-12 2024-04-08 2024-04-09 2024-04-12 2024-04-15 2024-05-10 2024-05-24 2024-06-18 2024-12-26',
  '2025-01-28 2025-03-28 2025-04-02 2025-04-03 2025-04-04 2025-04-07 2025-05-13 2025-05-30 2025-06-09 2025-08-18 2025-12-26',
  '2026-02-16 2026-03-18 2026-03-20 2026-03-23 2026-03-24 2026-05-15 2026-05-28 2026-12-24',
  '2027-02-05 2027-03-09 2027-03-12 2027-03-15 2027-03-25 2027-05-18 2027-05-19 2027-12-24',
].join(' ')
