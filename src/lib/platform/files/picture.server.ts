import sharp from 'sharp';
import { AppError } from '../errors';
import { PICTURE_WIDTHS } from './picture-widths';

/** A picture of a telephone has up to fifty million points; what claims to have more fills the memory. */
const MOST_POINTS = 80_000_000;
/** WebP ends at 16,383 points. */
const TALLEST = 12_000;
const QUALITY = 82;

// Nothing is opened but what was recognised as one of these.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
  ],
});

export interface PictureSize {
  width: number;
  height: number;
  bytes: Buffer;
}

/**
 * Draws a picture anew, in up to three sizes: upright, without place, camera, comment or hidden bytes.
 *
 * @throws AppError `file_broken`, `file_picture_too_large`
 */
export async function redrawPicture(bytes: Buffer): Promise<PictureSize[]> {
  const picture = () => sharp(bytes, { limitInputPixels: MOST_POINTS, failOn: 'error' });
  // Reads no more than the beginning, whatever it claims to be.
  const { width, height } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new AppError('file_broken');
    });
  if (width * height > MOST_POINTS)
    throw new AppError('file_picture_too_large', { millions: MOST_POINTS / 1_000_000 });
  const sizes: PictureSize[] = [];
  for (const wanted of PICTURE_WIDTHS) {
    const { data, info } = await picture()
      .autoOrient()
      .resize({ width: wanted, height: TALLEST, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
      .catch(() => {
        throw new AppError('file_broken');
      });
    sizes.push({ width: info.width, height: info.height, bytes: data });
    // It was not larger than this.
    if (info.width < wanted) break;
  }
  // A tall picture can have the same width twice.
  return sizes.filter(({ width: one }, at) => one !== sizes[at + 1]?.width);
}

/** A picture of ours for programs that know no WebP: what is clear in it lies on white. */
export async function asJpeg(bytes: Buffer): Promise<PictureSize> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: data };
}
