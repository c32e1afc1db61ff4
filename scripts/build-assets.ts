import { buildFonts } from './assets/fonts.ts';
import { buildModules } from './assets/modules.ts';
import { buildStyles } from './assets/styles.ts';

/** Makes what git does not keep: `public/fonts`, `public/css` and `public/vendor`. */
export async function buildAssets(root: string): Promise<void> {
  const fontFaces = await buildFonts(root);
  await Promise.all([buildStyles(root, fontFaces), buildModules(root)]);
}
