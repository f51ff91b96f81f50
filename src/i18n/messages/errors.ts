import type { ProblemCode } from '../../domain/errors';
import type { Message } from '../message';

/** One sentence each: what, where, and what to do. The file's name is shown beside it. */
export const errors: Record<ProblemCode, Message> = {
  'empty-file': { en: 'The file is empty.', zh: '文件为空。' },
  'unreadable-file': {
    en: 'It could not be read ({{detail}}). Was it moved or changed meanwhile, or is its folder closed to you?',
    zh: '无法读取（{{detail}}）。它是否在此期间被移动或修改过，或者您没有访问权限？',
  },
  'link-not-followed': {
    en: 'This link leads back to a folder that holds it, or through too many others; it is not followed.',
    zh: '该链接指回包含它的文件夹，或经过过多的链接，因此未被跟随。',
  },
  'name-not-utf8': {
    en: 'Its name is not UTF-8, so that it cannot be told apart from others; rename it.',
    zh: '其名称不是 UTF-8 编码，无法与其他名称区分；请重命名。',
  },
  'truncated-gzip': {
    en: 'The compressed data ends too early; the file was probably not copied completely.',
    zh: '压缩数据提前结束，文件可能没有复制完整。',
  },
  'corrupt-gzip': {
    en: 'The compressed data is damaged ({{detail}}); copy the file again from its source.',
    zh: '压缩数据已损坏（{{detail}}），请从来源重新复制该文件。',
  },
  'not-gzip': {
    en: 'The name ends in .gz, but the content is not gzip.',
    zh: '文件名以 .gz 结尾，但内容不是 gzip 格式。',
  },
  'not-nifti': {
    en: 'This is not a NIfTI file: its header has no valid size and magic.',
    zh: '这不是 NIfTI 文件：文件头的大小和标识无效。',
  },
  'unsupported-format': {
    en: 'Its header says “{{detail}}”, which is not read here.',
    zh: '文件头中的“{{detail}}”不受支持。',
  },
  'not-this-format': {
    en: 'This is no {{format}} file, although its name says so.',
    zh: '文件名表明这是 {{format}} 文件，但内容不是。',
  },
  'missing-header-line': {
    en: 'Its header lacks “{{name}}”.',
    zh: '文件头缺少“{{name}}”。',
  },
  'bad-header-line': {
    en: 'In this file “{{line}}” has no meaning; it is damaged.',
    zh: '文件中的“{{line}}”没有意义，文件已损坏。',
  },
  'bad-directions': {
    en: 'The header gives axes that span no volume: {{directions}}.',
    zh: '文件头给出的坐标轴不能构成体积：{{directions}}。',
  },
  'missing-data-file': {
    en: 'This header needs its data file {{dataFile}}; open both together.',
    zh: '该头文件需要数据文件 {{dataFile}}，请将两者一起打开。',
  },
  'unsupported-datatype': {
    en: 'Data type {{datatype}} cannot hold a label map.',
    zh: '数据类型 {{datatype}} 不能用作标签图。',
  },
  'bad-dimensions': {
    en: 'The header gives impossible dimensions: {{dimensions}}.',
    zh: '文件头中的尺寸无效：{{dimensions}}。',
  },
  'not-3d': {
    en: 'One volume (3D) or one slice (2D) is needed here; this file has dimensions {{dimensions}}.',
    zh: '此处需要单个三维数据或单张二维切片，而该文件的尺寸为 {{dimensions}}。',
  },
  'too-large': {
    en: 'The header promises {{dimensions}} voxels ({{megabytes}} MB), more than can be held in memory.',
    zh: '文件头声明的体素数为 {{dimensions}}（{{megabytes}} MB），超出可用内存。',
  },
  'truncated-data': {
    en: 'The header promises {{expectedBytes}} bytes, but the file holds {{foundBytes}}.',
    zh: '文件头声明了 {{expectedBytes}} 字节，但文件只有 {{foundBytes}} 字节。',
  },
  'surplus-data': {
    en: 'The header promises {{expectedBytes}} bytes, but the file holds more (at least {{foundBytes}}): it is damaged, or its header belongs to another file.',
    zh: '文件头声明了 {{expectedBytes}} 字节，但文件内容更多（至少 {{foundBytes}} 字节）：文件已损坏，或文件头属于其他文件。',
  },
  'label-not-integer': {
    en: 'A label map holds whole numbers; this file has {{value}} at voxel {{voxel}}. Is it an image or a probability map?',
    zh: '标签图只能包含整数，而该文件在体素 {{voxel}} 处的值为 {{value}}。它是图像或概率图吗？',
  },
  'label-out-of-range': {
    en: 'Labels run from 0 to 65,535; this file has {{value}} at voxel {{voxel}}.',
    zh: '标签值应在 0 到 65,535 之间，而该文件在体素 {{voxel}} 处的值为 {{value}}。',
  },
  'grid-mismatch': {
    en: 'The voxel grids differ: {{shape}} voxels of {{spacing}} mm here, {{otherShape}} of {{otherSpacing}} mm in {{otherFile}}. Label maps are never resampled; use files on one grid.',
    zh: '体素网格不同：此文件为 {{shape}} 个体素（{{spacing}} mm），{{otherFile}} 为 {{otherShape}}（{{otherSpacing}} mm）。标签图不会被重采样，请使用同一网格上的文件。',
  },
  'missing-reference': {
    en: 'This case has no reference; add the folder with the reference label maps.',
    zh: '该病例没有参考标注，请添加包含参考标签图的文件夹。',
  },
  'missing-prediction': {
    en: 'This case has no prediction of this model.',
    zh: '该病例没有此模型的预测。',
  },
  'duplicate-case': {
    en: 'The same case is also in {{otherFile}}; only one of the two is used.',
    zh: '{{otherFile}} 中有同一病例，两者只使用其一。',
  },
  'bad-json': { en: 'This is not valid JSON: {{detail}}.', zh: '不是有效的 JSON：{{detail}}。' },
  'bad-scheme': {
    en: 'The label scheme in this file cannot be used: {{detail}}.',
    zh: '该文件中的标签方案无法使用：{{detail}}。',
  },
  'scheme-no-labels': {
    en: 'This file declares no labels; a dataset.json needs an entry “labels” with names and values.',
    zh: '该文件没有声明标签；dataset.json 需要包含名称和值的“labels”条目。',
  },
  'scheme-label-not-integer': {
    en: 'The label “{{label}}” has the value {{value}}; labels must be whole numbers from 0 to 65,535.',
    zh: '标签“{{label}}”的值为 {{value}}；标签必须是 0 到 65,535 之间的整数。',
  },
  'scheme-no-class-order': {
    en: 'The labels are regions ({{regionCount}}), but regions_class_order is missing: it says which value each region paints.',
    zh: '标签以区域形式声明（共 {{regionCount}} 个），但缺少 regions_class_order，无法确定每个区域写入的值。',
  },
  'scheme-order-length': {
    en: 'Values in regions_class_order: {{orderLength}}, regions: {{regionCount}}; it needs one for each region, without the background.',
    zh: 'regions_class_order 有 {{orderLength}} 个值，而区域有 {{regionCount}} 个；每个区域（不含背景）需要对应一个值。',
  },
  'bad-npz': {
    en: 'The region probabilities cannot be used: {{detail}}.',
    zh: '区域概率无法使用：{{detail}}。',
  },
  'probabilities-shape': {
    en: 'These probabilities have {{shape}} voxels, but {{otherFile}} has {{otherShape}}. Label maps are never resampled; use files on one grid.',
    zh: '概率数组为 {{shape}} 个体素，而 {{otherFile}} 为 {{otherShape}}。标签图不会被重采样，请使用同一网格上的文件。',
  },
  'channel-count': {
    en: 'Channels in the file: {{channels}}, regions in the scheme: {{regionCount}}; one channel per region is needed, in declared order.',
    zh: '该文件有 {{channels}} 个通道，而方案中有 {{regionCount}} 个区域；每个区域需要对应一个通道，并按声明顺序排列。',
  },
  'masks-overlap': {
    en: 'The masks of {{region}} and {{otherRegion}} ({{otherFile}}) share voxels, which single labels cannot. They can be scored as regions that overlap.',
    zh: '{{region}} 与 {{otherRegion}}（{{otherFile}}）的掩膜有重叠体素，而单一标签无法表示重叠。可以将它们作为可重叠的区域评分。',
  },
  'too-many-regions': {
    en: 'Reconstruction is checked for schemes of up to {{most}} regions; this one has {{regionCount}}. Its scores need no check.',
    zh: '重建检查最多支持 {{most}} 个区域，而该方案有 {{regionCount}} 个。评分不依赖此检查。',
  },
  'masks-share-voxels': {
    en: 'The masks of {{regions}} share voxels, and no value of the scheme lies in just these regions.',
    zh: '{{regions}} 的掩膜有共同的体素，而方案中没有恰好只属于这些区域的值。',
  },
  'segments-unclear': {
    en: 'This scheme does not know the segments {{segments}}, and what they are would have to be guessed beside the others. Name them as the scheme does ({{known}}), or take them out of the file.',
    zh: '该方案中没有名为 {{segments}} 的分割区段，其含义只能猜测。请按方案中的名称（{{known}}）命名，或将其从文件中删除。',
  },
  'segments-overlap': {
    en: 'The segments {{otherSegment}} and {{segment}} share voxels, and a voxel of a label map has one label.',
    zh: '分割区段 {{otherSegment}} 与 {{segment}} 有重叠的体素，而标签图中每个体素只能有一个标签。',
  },
  'channels-unclear': {
    en: 'Which of the {{channels}} channels is which region does not follow from the file: they do not lie in each other in one way only. Say it on the page, or on the command line by --channels with these names in file order: {{regions}}.',
    zh: '无法从文件判断 {{channels}} 个通道各对应哪个区域：它们并非以唯一方式嵌套。请在页面上指定，或在命令行用 --channels 按文件顺序给出这些区域名：{{regions}}。',
  },
  'region-masks-mismatch': {
    en: 'The masks ({{found}}) do not match the regions of the scheme ({{needed}}); one mask per region is needed, named like it.',
    zh: '掩膜（{{found}}）与方案中的区域（{{needed}}）不对应；每个区域需要一个同名的掩膜。',
  },
  'npz-without-array': {
    en: 'This .npz has no array “{{array}}”; it holds {{found}}. nnU-Net 2 writes it with --save_probabilities, nnU-Net 1 writes “softmax” with --save_npz.',
    zh: '该 .npz 中没有数组“{{array}}”，其中包含 {{found}}。nnU-Net 2 使用 --save_probabilities 时会写入它，nnU-Net 1 使用 --save_npz 时写入“softmax”。',
  },
  'softmax-count': {
    en: 'This softmax has {{channels}} channels; the background and the labels of this scheme need {{needed}}.',
    zh: '该 softmax 有 {{channels}} 个通道，而背景加上该方案的标签需要 {{needed}} 个。',
  },
  'softmax-without-box': {
    en: 'nnU-Net 1 (--save_npz) cuts its softmax to a box: this one has {{shape}} voxels, {{otherFile}} has {{otherShape}}. Which box it is stands in the .pkl of the same name that nnU-Net 1 wrote beside it; open it, too.',
    zh: 'nnU-Net 1（--save_npz）会将 softmax 裁剪为一个框：此文件为 {{shape}} 个体素，而 {{otherFile}} 为 {{otherShape}}。框的位置记录在 nnU-Net 1 同时写出的同名 .pkl 中，请一并打开。',
  },
  'npz-shape': {
    en: 'The probabilities have shape ({{shape}}); (regions, z, y, x) is needed.',
    zh: '概率数组的形状为（{{shape}}），应为（区域, z, y, x）。',
  },
  'bad-scores-file': {
    en: 'This is not a RegionLens scores file: {{detail}}.',
    zh: '这不是 RegionLens 得分文件：{{detail}}。',
  },
  'attributes-empty': {
    en: 'This table of case attributes has no rows. The first line must name the columns, with one line per case below it.',
    zh: '该病例属性表没有数据行。首行应为列名，其下每行一个病例。',
  },
  'attributes-quote': {
    en: 'A quotation mark in line {{line}} of this table has no partner, so that its cells run into each other. Close it, or write a mark inside a cell twice ("").',
    zh: '该表第 {{line}} 行的引号没有成对，单元格会混在一起。请补全引号；单元格内的引号需写两次（""）。',
  },
  'attributes-no-ids': {
    en: 'No column of this table names a case that is open (columns: {{columns}}). One column must hold the case names.',
    zh: '该表中没有任何一列与已打开的病例名对应（列：{{columns}}）。需有一列为病例名。',
  },
  'nothing-recognised': {
    en: 'No case was recognised in the opened files ({{count}}). A case needs a reference and a prediction; see the layouts on the start page.',
    zh: '在 {{count}} 个文件中没有识别出病例。一个病例需要参考标注和预测；支持的目录结构见起始页。',
  },
  'not-recognised': {
    en: 'Nothing here belongs to a case, so nothing was changed. RegionLens opens label maps and images (NIfTI and others), nnU-Net’s .npz, dataset.json, summaries, saved scores and reports, and, with open cases, one table of their attributes (CSV).',
    zh: '其中没有属于病例的内容，因此未作任何更改。RegionLens 可打开标签图和图像（NIfTI 等）、nnU-Net 的 .npz、dataset.json、汇总文件、已保存的得分和报告，以及（已有病例打开时）一个病例属性表（CSV）。',
  },
  'failed-before': { en: '{{message}}', zh: '{{message}}' },
  'worker-failed': {
    en: 'The work on this was broken off ({{detail}}). Try it again; what is very large may not fit into memory.',
    zh: '此项处理已中断（{{detail}}）。请再试一次；过大的数据可能超出内存。',
  },
  interrupted: {
    en: 'Not scored: the command was interrupted before.',
    zh: '未评估：命令在此之前已被中断。',
  },
  cancelled: { en: 'Cancelled.', zh: '已取消。' },
};
