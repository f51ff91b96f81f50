import { defineMessages } from '../message';

export const viewer = defineMessages({
  legend: { en: 'Legend', zh: '图例' },
  show: { en: 'Show {{name}}', zh: '显示 {{name}}' },
  opacityOf: { en: 'Opacity of {{name}}', zh: '{{name}} 的不透明度' },
  diceOfModel: { en: 'Dice of the chosen model', zh: '所选模型的 Dice' },
  hit: { en: 'Hit', zh: '命中' },
  missed: { en: 'Missed', zh: '漏检' },
  extra: { en: 'Extra', zh: '多标' },
  agree: { en: 'Agree inside {{name}}', zh: '{{name}} 内一致' },
  shared: { en: 'Volume effect: wrong in both', zh: '体积效应：区域与标签均错' },
  child: { en: 'Accumulated errors: wrong in the label only', zh: '累积误差：仅标签错' },
  relieved: { en: 'Relieved errors: wrong in the region only', zh: '免计误差：仅区域错' },
  takenFor: { en: 'Taken for {{name}}', zh: '被判为 {{name}}' },
  savedEmpty: { en: 'Painted, but saved as background', zh: '应绘制标签，却保存为背景' },
  savedBeyond: { en: 'Saved where nothing is painted', zh: '应为背景，却保存了标签' },
  savedAs: { en: 'Saved as {{name}} instead', zh: '误存为 {{name}}' },
  outside: { en: '{{child}} outside {{parent}}', zh: '{{child}} 超出 {{parent}}' },
  bothRight: { en: 'Both right', zh: '两者均正确' },
  onlyRight: { en: 'Only {{model}} right', zh: '仅 {{model}} 正确' },
  bothWrong: { en: 'Both wrong', zh: '两者均错误' },
  unnamed: { en: 'value {{value}}, not in the scheme', zh: '值 {{value}}（方案中没有）' },
  crowd: {
    en: 'The {{count}} smallest labels, for which no colours are left',
    zh: '最小的 {{count}} 个标签（颜色已用完）',
  },
  findLabel: { en: 'Find a structure in the legend', zh: '在图例中查找结构' },
  onSliceOnly: { en: 'Only in the slices shown', zh: '仅当前切片中的' },
  legendCount: { en: '{{shown}} of {{total}}', zh: '{{shown}} / {{total}}' },
  legendNone: { en: 'No structure of the legend fits.', zh: '图例中没有符合的结构。' },
  notice: { en: 'About this image', zh: '关于此图像' },
  coarseTitle: {
    en: 'Drawn at 1/{{step}} of the resolution',
    zh: '以 1/{{step}} 分辨率显示',
  },
  coarse: {
    en: 'This volume is too large to be drawn whole: of {{step}} voxels along each axis the first is drawn. Scores, errors and what is read at the crosshair are of all voxels.',
    zh: '该体数据过大，无法完整绘制：每个轴上每 {{step}} 个体素只绘制第一个。评分、错误列表和十字线处的读数均基于全部体素。',
  },
  inSpaceTitle: { en: 'Image shown where its header places it', zh: '图像按文件头的空间位置显示' },
  imageTurned: {
    en: 'The axes of {{file}} run otherwise than those of the label maps; it is shown where its header places it.',
    zh: '{{file}} 的坐标轴方向与标签图不同；此处按其文件头的空间位置显示。',
  },
  imageInterpolated: {
    en: '{{file}} has {{imageShape}} voxels, the label maps have {{labelShape}}: it is shown where its header places it, interpolated onto their grid. The label maps are as they are.',
    zh: '{{file}} 为 {{imageShape}} 个体素，标签图为 {{labelShape}}：图像按其文件头的空间位置插值到标签图网格上显示，标签图保持原样。',
  },
  imageInterpolatedPartly: {
    en: '{{file}} has {{imageShape}} voxels, the label maps have {{labelShape}}: it is shown where its header places it, interpolated onto their grid, of which it fills {{share}} %. The label maps are as they are.',
    zh: '{{file}} 为 {{imageShape}} 个体素，标签图为 {{labelShape}}：图像按其文件头的空间位置插值到标签图网格上显示，覆盖该网格的 {{share}}%。标签图保持原样。',
  },
  imageElsewhere: {
    en: 'By its header {{file}} lies nowhere in the space of the label maps, so the labels are shown without it.',
    zh: '根据文件头，{{file}} 与标签图在空间上没有任何重叠，因此只显示标签，不显示图像。',
  },
  headersApartTitle: {
    en: 'Headers contradict each other by up to {{distance}} mm: overlaid voxel by voxel',
    zh: '文件头相互矛盾，最多相差 {{distance}} mm：按体素叠加显示',
  },
  headersApart: {
    en: 'The headers of {{file}} and of the label maps place the same voxel up to {{distance}} mm apart; they are overlaid voxel by voxel.',
    zh: '{{file}} 与标签图的文件头将同一体素置于相距最多 {{distance}} mm 的位置；此处按体素叠加显示。',
  },
  imageUnreadable: {
    en: '{{file}} cannot be read as an image, so the labels are shown without it.',
    zh: '{{file}} 无法作为图像读取，因此只显示标签。',
  },
  noWebgl: {
    en: 'This browser offers no WebGL 2, which the picture needs. Turn on hardware acceleration or use another browser.',
    zh: '此浏览器不支持显示图像所需的 WebGL 2。请启用硬件加速或换用其他浏览器。',
  },
});
