/** One calm palette for every picture: light paper, dark ink, one colour a meaning. */
export const PALETTE = {
  paper: '#ffffff',
  /** Behind cards, so that white cards stand out without lines. */
  desk: '#f3f5f4',
  ink: '#17252a',
  /** Contrast 5.4 to 1 on paper: still readable in sunlight. */
  quietInk: '#5b6b70',
  grid: '#e6ebea',
  axis: '#a9b5b5',
  sales: '#0f766e',
  usual: '#b9c4c6',
  forecast: '#6d4fc2',
  forecastZone: '#f5f1fd',
  up: '#15803d',
  upPaper: '#e3f6e8',
  down: '#b42318',
  downPaper: '#fdeae7',
  /** Bars other than the one the eye should find first. */
  quietBar: '#8fc9c1',
  barTrack: '#edf2f1',
} as const
