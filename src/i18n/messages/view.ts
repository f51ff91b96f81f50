import { defineMessages } from '../message';

export const view = defineMessages({
  toolbar: { en: 'Picture', zh: '图像' },
  modality: { en: 'Modality', zh: '模态' },
  view: { en: 'View', zh: '视图' },
  layout: { en: 'Planes', zh: '切面' },
  reference: { en: 'Reference labels', zh: '参考标签' },
  prediction: { en: 'Predicted labels', zh: '预测标签' },
  rebuilt: { en: 'Rebuilt labels', zh: '重建标签' },
  regions: { en: 'Predicted regions', zh: '预测区域' },
  structure: { en: 'One structure', zh: '单个结构' },
  errors: { en: 'Errors of a structure', zh: '结构的误差' },
  causes: { en: 'Errors by cause', zh: '误差按成因' },
  confusion: { en: 'Label confusion', zh: '标签混淆' },
  axial: { en: 'Axial', zh: '轴位' },
  coronal: { en: 'Coronal', zh: '冠状' },
  sagittal: { en: 'Sagittal', zh: '矢状' },
  multiplanar: { en: 'Planes + 3D', zh: '三切面 + 3D' },
  render: { en: '3D', zh: '3D' },
  sideBySide: { en: 'Beside reference', zh: '与参考并排' },
  outlines: { en: 'Outlines', zh: '轮廓' },
  opacity: { en: 'Opacity', zh: '不透明度' },
  loading: { en: 'Reading {{case}} …', zh: '正在读取 {{case}} …' },
  noFiles: {
    en: 'These scores were opened from a file without volumes. Drop the folder to see the images.',
    zh: '这些得分来自不含影像的文件。拖入相应文件夹即可查看图像。',
  },
});
