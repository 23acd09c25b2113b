import { describe, expect, test } from 'vitest'
import { overviewChart } from '../../src/charts/overview.ts'
import type { Scene } from '../../src/charts/scene.ts'
import { sceneSvg, shapesSvg } from '../../src/charts/svg.ts'
import { OVERVIEWS } from './pictures.ts'

const scene: Scene = {
  width: 100,
  height: 50,
  background: '#ffffff',
  title: 'Toko "A" & <b>B</b>',
  shapes: [{ kind: 'circle', cx: 1 / 3, cy: 2, r: 3, fill: '#000000' }],
  texts: [
    {
      x: 0,
      y: 0,
      width: 900,
      height: 40,
      text: `<script>alert('x')</script>\u0007`,
      size: 20,
      weight: 400,
      colour: '#000000',
      align: 'right',
    },
  ],
}

describe('a picture inside a page', () => {
  test('speaks its title', () => {
    expect(sceneSvg(scene)).toContain('role="img"')
    expect(sceneSvg(scene)).toContain(
      '<title>Toko &quot;A&quot; &amp; &lt;b&gt;B&lt;/b&gt;</title>',
    )
  })

  test('a product called <script> stays a name', () => {
    expect(sceneSvg(scene)).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; <')
    const overview = sceneSvg(overviewChart(OVERVIEWS['overview of a flower shop']!))
    expect(overview).toContain('&lt;script&gt;')
    expect(overview).not.toContain('<script')
  })

  test('text is told its length, so that a wider font of the browser stays in place', () => {
    const [box] = scene.texts
    const svg = (text: string) => sceneSvg({ ...scene, texts: [{ ...box!, text }] })
    expect(svg('1–31 Mar · Dago')).toMatch(
      /textLength="1\d\d\.?\d*" lengthAdjust="spacingAndGlyphs"/,
    )
    expect(svg('गुलाब 🌹')).not.toContain('textLength')
  })

  test('the shapes alone hold no word of the shop', () => {
    expect(shapesSvg(scene)).not.toContain('script')
    expect(shapesSvg(scene)).not.toContain('Toko')
  })

  test('a coordinate that is no number is a bug and says so', () => {
    const broken: Scene = { ...scene, shapes: [{ kind: 'circle', cx: Number.NaN, cy: 0, r: 1 }] }
    expect(() => sceneSvg(broken)).toThrow('a chart coordinate is not a number: NaN')
  })
})
