import type { CredentialsTexts } from './en.js';

/** 简体中文. */
export const zh: CredentialsTexts = {
  title: '内容凭证',
  check: '立即检查',
  unchecked: '尚未检查。检查会再次下载整个视频。',
  checking: '正在检查…',
  trusted: '由受信任的签名者签名，此后未被更改。',
  untrusted: '签名后未被更改，但签名者不在受信任的签名者名单中。',
  altered: '视频或其凭证在签名后被更改。',
  invalid: '凭证无效。',
  missing: '该视频没有内容凭证。',
  stream: '不检查流媒体的内容凭证。',
  unread: '无法读取凭证。',
  tooLarge: '视频过大，无法检查。',
  remote: '凭证位于另一台服务器上，播放器不会连接该服务器。',
  signedBy: '签名者',
  signedAt: '签名时间',
  done: '所做的操作',
  created: '创建',
  opened: '打开',
  placed: '添加了其他素材',
  edited: '编辑',
  converted: '转换',
  published: '发布',
  otherAction: '其他更改',
  ingredients: '使用的其他素材'
};
