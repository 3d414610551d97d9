import type { CredentialsTexts } from './en.js';

/** 日本語. */
export const ja: CredentialsTexts = {
  title: 'コンテンツ認証情報',
  check: '今すぐ確認',
  unchecked: '未確認です。確認すると動画全体をもう一度ダウンロードします。',
  checking: '確認中…',
  trusted: '信頼できる署名者が署名し、その後変更されていません。',
  untrusted: '署名後に変更されていませんが、署名者は信頼できる署名者の一覧にありません。',
  altered: '署名後に動画または認証情報が変更されました。',
  invalid: '認証情報が無効です。',
  missing: 'この動画にはコンテンツ認証情報がありません。',
  stream: 'ストリームのコンテンツ認証情報は確認されません。',
  unread: '認証情報を読み取れませんでした。',
  tooLarge: '動画が大きすぎて確認できません。',
  remote: '認証情報は別のサーバーにあり、プレーヤーはそこに接続しません。',
  signedBy: '署名者',
  signedAt: '署名日時',
  done: '行われた操作',
  created: '作成',
  opened: '読み込み',
  placed: '他の素材を追加',
  edited: '編集',
  converted: '変換',
  published: '公開',
  otherAction: 'その他の変更',
  ingredients: '使用された他の素材'
};
