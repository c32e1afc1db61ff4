import { buildFonts } from './assets/fonts.ts';
import { buildStyles } from './assets/styles.ts';

/** Makes what git does not keep: `public/fonts` and `public/css`. */
export async function buildAssets(root: string): Promise<void> {
  const fontFaces = await buildFonts(root);
  await buildStyles(root, fontFaces);
}
