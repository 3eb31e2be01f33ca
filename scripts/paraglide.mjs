// Makes functions of the message files.
import { compile } from '@inlang/paraglide-js';
import { paraglide } from '../paraglide.config.mjs';

await compile(paraglide);
// The compiler leaves a timer behind that would keep this process for another half minute.
process.exit();
