<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>lobbycard</name>
        <message>
            <location filename="../../presets/captions/boxed.toml" line="2"></location>
            <source>boxed</source>
            <translation>衬底</translation>
        </message>
        <message>
            <location filename="../../presets/captions/boxed.toml" line="3"></location>
            <source>White on a dark plate: readable over anything</source>
            <translation>白字衬深色底板：任何画面上都看得清</translation>
        </message>
        <message>
            <location filename="../../presets/captions/cinema-bilingual.toml" line="2"></location>
            <source>cinema-bilingual</source>
            <translation>影院双语</translation>
        </message>
        <message>
            <location filename="../../presets/captions/cinema-bilingual.toml" line="3"></location>
            <source>Two languages at the bottom, white with a fine outline and a soft shadow</source>
            <translation>双语置于画面底部，白字，细描边加柔和投影</translation>
        </message>
        <message>
            <location filename="../../presets/captions/clean.toml" line="2"></location>
            <source>clean</source>
            <translation>素净</translation>
        </message>
        <message>
            <location filename="../../presets/captions/clean.toml" line="3"></location>
            <source>White with a soft shadow only, a little smaller, coming and going softly: for calm pictures</source>
            <translation>白字，只带柔和投影，字号略小，柔和淡入淡出：适合安静的画面</translation>
        </message>
        <message>
            <location filename="../../presets/captions/plate-where-needed.toml" line="2"></location>
            <source>plate-where-needed</source>
            <translation>按需底板</translation>
        </message>
        <message>
            <location filename="../../presets/captions/plate-where-needed.toml" line="3"></location>
            <source>White with a soft shadow only, and a dark plate behind lines that the picture would drown</source>
            <translation>白字，只带柔和投影；会被画面淹没的字幕衬深色底板</translation>
        </message>
        <message>
            <location filename="../../presets/captions/top-and-bottom.toml" line="2"></location>
            <source>top-and-bottom</source>
            <translation>上下分置</translation>
        </message>
        <message>
            <location filename="../../presets/captions/top-and-bottom.toml" line="3"></location>
            <source>One language at the bottom, the other at the top</source>
            <translation>一种语言在底部，另一种在顶部</translation>
        </message>
        <message>
            <location filename="../../presets/captions/vertical-right.toml" line="2"></location>
            <source>vertical-right</source>
            <translation>右侧竖排</translation>
        </message>
        <message>
            <location filename="../../presets/captions/vertical-right.toml" line="3"></location>
            <source>Chinese, Japanese or Korean in columns at the right, the other language at the bottom</source>
            <translation>中文、日文或韩文在右侧竖排，另一种语言在下方</translation>
        </message>
        <message>
            <location filename="../../presets/checks/arte.toml" line="3"></location>
            <source>A European cultural broadcaster: 40 characters, 1 to 10 seconds, gaps of 200 ms.</source>
            <translation>欧洲文化电视台：每行 40 个字符，1 至 10 秒，间隔 200 毫秒。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/arte.toml" line="7"></location>
            <source>ARTE profile as it comes with Subtitle Edit; the broadcaster's page was not read</source>
            <translation>Subtitle Edit 自带的 ARTE 配置；未读到电视台原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/arte.toml" line="7"></location>
            <source>Netflix Chinese (Simplified) Timed Text Style Guide (article 215986007); times by the ARTE profile</source>
            <translation>Netflix 简体中文字幕风格指南（文章 215986007）；时间依 ARTE 配置</translation>
        </message>
        <message>
            <location filename="../../presets/checks/arte.toml" line="7"></location>
            <source>Netflix Chinese (Traditional) Timed Text Style Guide (article 215994807); times by the ARTE profile</source>
            <translation>Netflix 繁体中文字幕风格指南（文章 215994807）；时间依 ARTE 配置</translation>
        </message>
        <message>
            <location filename="../../presets/checks/arte.toml" line="7"></location>
            <source>Netflix Japanese Timed Text Style Guide (article 215767517); times by the ARTE profile</source>
            <translation>Netflix 日语字幕风格指南（文章 215767517）；时间依 ARTE 配置</translation>
        </message>
        <message>
            <location filename="../../presets/checks/arte.toml" line="7"></location>
            <source>Netflix Korean Timed Text Style Guide (article 216001127); times by the ARTE profile</source>
            <translation>Netflix 韩语字幕风格指南（文章 216001127）；时间依 ARTE 配置</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="3"></location>
            <source>Two languages on one screen: each by its own limits, and few lines together.</source>
            <translation>双语同屏：各按各的限制，且总行数要少。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Dash and italics as coded in Subtitle Edit's check for Netflix; the page was not read for it</source>
            <translation>对话短横与斜体依 Subtitle Edit 的 Netflix 检查代码；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Arabic Timed Text Style Guide (article 215517947)</source>
            <translation>Netflix 阿拉伯语字幕规范（文章 215517947）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Bulgarian figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 保加利亚语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Chinese (Simplified) Timed Text Style Guide (article 215986007)</source>
            <translation>Netflix 简体中文字幕规范（文章 215986007）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/broadcast-cn.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Chinese (Simplified) Timed Text Style Guide (article 215986007); commas and stops only second hand, the dash as coded in Subtitle Edit</source>
            <translation>Netflix 简体中文字幕风格指南（文章 215986007）；逗号与句号仅为转引，短横依 Subtitle Edit 代码</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Chinese (Traditional) Timed Text Style Guide (article 215994807)</source>
            <translation>Netflix 繁体中文字幕规范（文章 215994807）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/broadcast-cn.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Chinese (Traditional) Timed Text Style Guide (article 215994807); the dash as coded in Subtitle Edit</source>
            <translation>Netflix 繁体中文字幕风格指南（文章 215994807）；短横依 Subtitle Edit 代码</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Czech figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 捷克语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Dutch figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 荷兰语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix English (UK): no page was found; taken as English (USA)</source>
            <translation>Netflix 英语（英国）：未找到页面；按英语（美国）处理</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix English (USA) Timed Text Style Guide (article 217350977)</source>
            <translation>Netflix 英语（美国）字幕规范（文章 217350977）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix English (USA) Timed Text Style Guide (article 217350977); numbers to ten as words: as coded in Subtitle Edit</source>
            <translation>Netflix 英语（美国）字幕风格指南（文章 217350977）；十以内数字写成文字：依 Subtitle Edit 代码</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Finnish figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 芬兰语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix French Timed Text Style Guide (article 217351577)</source>
            <translation>Netflix 法语字幕规范（文章 217351577）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix German Timed Text Style Guide (article 217351587)</source>
            <translation>Netflix 德语字幕规范（文章 217351587）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Hebrew figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 希伯来语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Hindi figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 中收录的 Netflix 印地语数据；未读原页面</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Hungarian figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 匈牙利语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Indonesian figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 印度尼西亚语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Italian figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 意大利语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Japanese Timed Text Style Guide (article 215767517)</source>
            <translation>Netflix 日语字幕规范（文章 215767517）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Korean Timed Text Style Guide (article 216001127)</source>
            <translation>Netflix 韩语字幕规范（文章 216001127）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Korean Timed Text Style Guide (article 216001127); italics as coded in Subtitle Edit</source>
            <translation>Netflix 韩语字幕风格指南（文章 216001127）；斜体依 Subtitle Edit 代码</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Malay figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 马来语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Polish figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 波兰语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Portuguese figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 葡萄牙语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Romanian figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 罗马尼亚语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Russian Timed Text Style Guide, update of December 2025 (article 47550553159187)</source>
            <translation>Netflix 俄语字幕规范，2025 年 12 月更新（文章 47550553159187）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Serbian figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 塞尔维亚语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Slovak figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 斯洛伐克语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Spanish figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 中收录的 Netflix 西班牙语数据；未读原页面</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Subtitle Timing Guidelines (article 360051554394), the green and red zones by its first version</source>
            <translation>Netflix 字幕计时指南（文章 360051554394），绿区与红区依其最初版本</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Thai figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 中收录的 Netflix 泰语数据；未读原页面</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Timed Text Style Guides, the figures most languages share</source>
            <translation>Netflix 字幕规范，多数语言共用的数据</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Vietnamese figures as coded in Subtitle Edit; the page was not read</source>
            <translation>Subtitle Edit 代码中的 Netflix 越南语数值；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <source>Ours: no publisher has a rule for two languages at once; times as Netflix General Requirements (article 215758617)</source>
            <translation>自定：没有发行方对双语同屏作过规定；时间按 Netflix 通用要求（文章 215758617）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/bilingual-screen.toml" line="7"></location>
            <source>Ours: one line of each language preferred, three in all</source>
            <translation>自定：每种语言最好一行，总共三行</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-cn.toml" line="3"></location>
            <source>Chinese radio and television: one line on the screen, an English line of up to 50.</source>
            <translation>中国广播电视：屏幕一行，英文行不超过 50 个字符。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-cn.toml" line="7"></location>
            <source>GY/T 359-2022, section 9.4, quoted in a public repository; the standard was not read</source>
            <translation>GY/T 359-2022 第 9.4 节，引自公开代码库；未读到标准原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-cn.toml" line="7"></location>
            <source>GY/T 359-2022, section 9.4, quoted in a public repository; the standard was not read; for this language ours</source>
            <translation>GY/T 359-2022 第 9.4 节，引自公开代码库；未读到标准原文；此语言的数值为我们所定</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-cn.toml" line="7"></location>
            <source>GY/T 359-2022, section 9.4: one line as a rule, two at most; quoted, not read</source>
            <translation>GY/T 359-2022 第 9.4 节：一般一行，至多两行；转引，未读原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="3"></location>
            <source>British broadcasting: words a minute, 37 characters, gaps closed or plainly there.</source>
            <translation>英国广播：按每分钟词数计，每行 37 个字符，间隔要么闭合，要么明显。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="7"></location>
            <source>BBC Subtitle Guidelines 1.2.5 (March 2026), quoted by others; the page was not read</source>
            <translation>BBC 字幕指南 1.2.5（2026 年 3 月），转引自他处；未读到原文</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="7"></location>
            <source>BBC Subtitle Guidelines 1.2.5 (March 2026), quoted by others; the page was not read; for this language ours</source>
            <translation>BBC 字幕指南 1.2.5（2026 年 3 月），转引自他处；未读到原文；此语言的数值为我们所定</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="7"></location>
            <source>Netflix Chinese (Simplified) Timed Text Style Guide (article 215986007); times by the BBC</source>
            <translation>Netflix 简体中文字幕风格指南（文章 215986007）；时间依 BBC</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="7"></location>
            <source>Netflix Chinese (Traditional) Timed Text Style Guide (article 215994807); times by the BBC</source>
            <translation>Netflix 繁体中文字幕风格指南（文章 215994807）；时间依 BBC</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="7"></location>
            <source>Netflix Japanese Timed Text Style Guide (article 215767517); times by the BBC</source>
            <translation>Netflix 日语字幕风格指南（文章 215767517）；时间依 BBC</translation>
        </message>
        <message>
            <location filename="../../presets/checks/broadcast-uk.toml" line="7"></location>
            <source>Netflix Korean Timed Text Style Guide (article 216001127); times by the BBC</source>
            <translation>Netflix 韩语字幕风格指南（文章 216001127）；时间依 BBC</translation>
        </message>
        <message>
            <location filename="../../presets/checks/festival.toml" line="3"></location>
            <source>Entries for festivals and awards: the limits of cinema-going readers; a checklist, not a rule.</source>
            <translation>电影节与奖项报名：以影院观众的阅读为限；是核对清单，不是规定。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <source>Ours: no regulation of FIRST, Cannes Lions or Spikes Asia about subtitles could be read; ask for the year's own</source>
            <translation>我们所定：未能读到 FIRST、戛纳国际创意节或 Spikes Asia 关于字幕的规定；请索取当年章程</translation>
        </message>
        <message>
            <location filename="../../presets/checks/festival.toml" line="7"></location>
            <source>Ours: two lines of each language at most</source>
            <translation>我们所定：每种语言至多两行</translation>
        </message>
        <message>
            <location filename="../../presets/checks/streaming-strict.toml" line="3"></location>
            <source>The same limits, and every rule of writing that the guide is said to have.</source>
            <translation>同样的限值，加上据称指南里的全部书写规则。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/streaming-strict.toml" line="7"></location>
            <location filename="../../presets/checks/streaming.toml" line="7"></location>
            <source>Netflix Partner Help Center, Timed Text Style Guide: General Requirements (article 215758617)</source>
            <translation>Netflix 合作伙伴帮助中心，字幕规范：通用要求（文章 215758617）</translation>
        </message>
        <message>
            <location filename="../../presets/checks/streaming.toml" line="3"></location>
            <source>Limits by language as a large streaming service publishes them; frame-true.</source>
            <translation>大型流媒体平台公开的各语言限制；精确到帧。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/trailer.toml" line="3"></location>
            <source>Trailers and spots: lines and times as for streaming, reading speed only a hint.</source>
            <translation>预告片与广告片：行长与时间同流媒体，阅读速度仅作提示。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/trailer.toml" line="7"></location>
            <source>Netflix Trailers and marketing (article 115000239632): lengths as in the style guides; the reading speed may be exceeded</source>
            <translation>Netflix 预告片与营销（文章 115000239632）：长度同各风格指南；阅读速度可以超出</translation>
        </message>
        <message>
            <location filename="../../presets/checks/vertical.toml" line="3"></location>
            <source>Upright films for phones: short lines, quick cues.</source>
            <translation>手机竖屏影片：行短，节奏快。</translation>
        </message>
        <message>
            <location filename="../../presets/checks/vertical.toml" line="7"></location>
            <source>Subtitle Edit's profile for short vertical films; Chinese, Japanese and Korean are our judgement</source>
            <translation>Subtitle Edit 的竖屏短片配置；中、日、韩文的数值为我们的判断</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a0.toml" line="2"></location>
            <source>a0</source>
            <translation>A0</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a0.toml" line="3"></location>
            <source>A0 print, 841 × 1189 mm with 3 mm bleed at 150 dpi, PDF/X-4 for coated offset</source>
            <translation>A0 印刷，841 × 1189 mm 加 3 mm 出血，150 dpi，PDF/X-4，铜版纸胶印</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a0.toml" line="16"></location>
            <location filename="../../presets/formats/a1.toml" line="16"></location>
            <location filename="../../presets/formats/a3.toml" line="16"></location>
            <source>ISO 216; 3 mm bleed as UK printers ask; the press condition is this preset's choice, not verified</source>
            <translation>ISO 216；3 mm 出血按英国印刷厂要求；印刷条件由本预设选定，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a1.toml" line="2"></location>
            <source>a1</source>
            <translation>A1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a1.toml" line="3"></location>
            <source>A1 print, 594 × 841 mm with 3 mm bleed at 150 dpi, PDF/X-4 for coated offset</source>
            <translation>A1 印刷，594 × 841 mm 加 3 mm 出血，150 dpi，PDF/X-4，铜版纸胶印</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a2.toml" line="2"></location>
            <source>a2</source>
            <translation>A2 印刷海报</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a2.toml" line="3"></location>
            <source>A2 print, 420 × 594 mm with 3 mm bleed at 150 dpi, CMYK for coated offset</source>
            <translation>A2 印刷品，420 × 594 mm，出血 3 mm，150 dpi，CMYK 胶版涂布纸</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a2.toml" line="15"></location>
            <source>ISO 216; 3 mm bleed as UK printers ask</source>
            <translation>ISO 216；3 mm 出血按英国印厂要求</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a3.toml" line="2"></location>
            <source>a3</source>
            <translation>A3</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a3.toml" line="3"></location>
            <source>A3 print, 297 × 420 mm with 3 mm bleed at 300 dpi, PDF/X-4 for coated offset</source>
            <translation>A3 印刷，297 × 420 mm 加 3 mm 出血，300 dpi，PDF/X-4，铜版纸胶印</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-a4.toml" line="2"></location>
            <source>award-a4</source>
            <translation>奖项 A4</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-a4.toml" line="3"></location>
            <source>Award entry, A4 landscape at 150 dpi</source>
            <translation>奖项申报，A4 横向，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-a4.toml" line="12"></location>
            <source>AdBlackSea, entry rules: A4 JPEG, RGB, 150 dpi, longest side at least 1772 px</source>
            <translation>AdBlackSea 参赛规则：A4 JPEG，RGB，150 dpi，长边至少 1772 px</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-board.toml" line="2"></location>
            <source>award-board</source>
            <translation>奖项展板</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-board.toml" line="3"></location>
            <source>Award presentation board, 7063 × 5008; no agency on it</source>
            <translation>奖项展板，7063 × 5008；不得出现代理公司</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-board.toml" line="13"></location>
            <source>Remembered: Cannes Lions and Spikes Asia, JPEG RGB, 5 to 15 MB, no agency branding; read the entry kit</source>
            <translation>凭记忆：戛纳狮子与 Spikes Asia，JPEG RGB，5 至 15 MB，不得出现代理公司标识；请看参赛须知</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-image.toml" line="2"></location>
            <source>award-image</source>
            <translation>奖项主图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-image.toml" line="3"></location>
            <source>Award entry, key image, 3:2</source>
            <translation>奖项申报主视觉，3:2</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-image.toml" line="13"></location>
            <source>onescreen.org and oneshow.org, entry rules: JPEG or PNG, RGB, longest side 2400 to 4800 px, at most 5 MB</source>
            <translation>onescreen.org 与 oneshow.org 参赛规则：JPEG 或 PNG，RGB，长边 2400 到 4800 px，最大 5 MB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bilibili-cover.toml" line="2"></location>
            <source>bilibili-cover</source>
            <translation>哔哩哔哩封面</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bilibili-cover.toml" line="3"></location>
            <source>Bilibili cover, 16:10</source>
            <translation>哔哩哔哩封面，16:10</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bilibili-cover.toml" line="12"></location>
            <source>Trade custom: 1146 × 717; other guides have 1280 × 720 and more</source>
            <translation>行业惯例：1146 × 717；另有指南写 1280 × 720 以上</translation>
        </message>
        <message>
            <location filename="../../presets/formats/billboard-se.toml" line="2"></location>
            <source>billboard-se</source>
            <translation>瑞典大牌</translation>
        </message>
        <message>
            <location filename="../../presets/formats/billboard-se.toml" line="3"></location>
            <source>Swedish Billboard National, 4202 × 2938 mm with its bleed, full scale at 72 dpi; three sheets</source>
            <translation>瑞典 Billboard National，含出血 4202 × 2938 mm，原大，72 dpi；三张拼接</translation>
        </message>
        <message>
            <location filename="../../presets/formats/billboard-se.toml" line="16"></location>
            <source>clearchannel.se, Billboard National: 4202 × 2938 mm with bleed, visible 4130 × 2903 mm, 20 mm inside for text, no small text at the joints, Coated FOGRA39; it asks for images of 150 dpi, this file is coarser</source>
            <translation>clearchannel.se，Billboard National：含出血 4202 × 2938 mm，可视 4130 × 2903 mm，文字再向内 20 mm，接缝处不放小字，Coated FOGRA39；对方要求图片 150 dpi，本文件较粗</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-beijing.toml" line="2"></location>
            <source>bus-shelter-beijing</source>
            <translation>北京候车亭</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-beijing.toml" line="3"></location>
            <source>Beijing bus shelter, 3500 × 1500 mm, artwork at 1:4, 100 dpi</source>
            <translation>北京候车亭灯箱，3500 × 1500 mm，1:4 稿件，100 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-beijing.toml" line="14"></location>
            <source>Trade custom: 3500 × 1500 mm; each operator has its own sheet, ask it</source>
            <translation>行业惯例：3500 × 1500 mm；各运营商不同，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-cn.toml" line="2"></location>
            <source>bus-shelter-cn</source>
            <translation>中国候车亭</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-cn.toml" line="3"></location>
            <source>Chinese bus shelter, Shanghai and others, 1185 × 1750 mm, artwork at 1:4, 200 dpi</source>
            <translation>候车亭灯箱（上海等地），1185 × 1750 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-cn.toml" line="14"></location>
            <source>Trade custom: 1185 × 1750 mm; each operator has its own sheet, ask it</source>
            <translation>行业惯例：1185 × 1750 mm；各运营商不同，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-kr.toml" line="2"></location>
            <source>bus-shelter-kr</source>
            <translation>韩国候车亭</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-kr.toml" line="3"></location>
            <source>Korean bus shelter, about 1200 × 1800 mm, artwork at 1:4, 200 dpi</source>
            <translation>韩国候车亭，约 1200 × 1800 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/bus-shelter-kr.toml" line="14"></location>
            <source>Trade custom: about 1200 × 1800 mm; it differs by station and operator, ask it</source>
            <translation>行业惯例：约 1200 × 1800 mm；因车站与运营商而异，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/channels-cover.toml" line="2"></location>
            <source>channels-cover</source>
            <translation>视频号封面</translation>
        </message>
        <message>
            <location filename="../../presets/formats/channels-cover.toml" line="3"></location>
            <source>WeChat Channels cover, 6:7</source>
            <translation>微信视频号封面，6:7</translation>
        </message>
        <message>
            <location filename="../../presets/formats/channels-cover.toml" line="11"></location>
            <source>Guides read 2026-11: 1080 × 1260, an older one has 1080 × 1230</source>
            <translation>2026-11 所读指南：1080 × 1260，较早的为 1080 × 1230</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-landscape.toml" line="2"></location>
            <source>dooh-landscape</source>
            <translation>户外横屏</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-landscape.toml" line="3"></location>
            <source>Digital out of home, landscape screen 16:9</source>
            <translation>户外数字屏，横屏 16:9</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-landscape.toml" line="12"></location>
            <source>Trade custom: 1920 × 1080, still image</source>
            <translation>行业惯例：1920 × 1080，静态图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait-4k.toml" line="2"></location>
            <source>dooh-portrait-4k</source>
            <translation>数字户外竖屏 4K</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait-4k.toml" line="3"></location>
            <source>Digital out of home, portrait screen 9:16 in 4K</source>
            <translation>数字户外竖屏 9:16，4K</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait-4k.toml" line="12"></location>
            <source>Trade custom: 2160 × 3840, still image</source>
            <translation>行业惯例：2160 × 3840，静态图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait.toml" line="2"></location>
            <source>dooh-portrait</source>
            <translation>户外竖屏</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait.toml" line="3"></location>
            <source>Digital out of home, portrait screen 9:16 (D6)</source>
            <translation>户外数字屏，竖屏 9:16（D6）</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait.toml" line="12"></location>
            <source>Trade custom: 1080 × 1920, still image</source>
            <translation>行业惯例：1080 × 1920，静态图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/douyin-cover.toml" line="2"></location>
            <source>douyin-cover</source>
            <translation>抖音封面</translation>
        </message>
        <message>
            <location filename="../../presets/formats/douyin-cover.toml" line="3"></location>
            <source>Douyin cover, 9:16; the profile grid shows the middle 3:4</source>
            <translation>抖音封面，9:16；主页网格显示中间的 3:4</translation>
        </message>
        <message>
            <location filename="../../presets/formats/douyin-cover.toml" line="11"></location>
            <source>Guides read 2026-11 for 1080 × 1920; the crop of the grid is trade knowledge, not verified</source>
            <translation>2026-11 所读指南：1080 × 1920；网格裁切为行业经验，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/eurosize-se.toml" line="2"></location>
            <source>eurosize-se</source>
            <translation>瑞典 Eurosize</translation>
        </message>
        <message>
            <location filename="../../presets/formats/eurosize-se.toml" line="3"></location>
            <source>Swedish Adshel Eurosize, 1185 × 1750 mm, full scale at 150 dpi</source>
            <translation>瑞典 Adshel Eurosize，1185 × 1750 mm，原大，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/eurosize-se.toml" line="17"></location>
            <source>clearchannel.se, Adshel: 1185 × 1750 mm, visible 1160 × 1720 mm, at least 3 mm bleed, 150 dpi, Coated FOGRA39</source>
            <translation>clearchannel.se，Adshel：1185 × 1750 mm，可视 1160 × 1720 mm，至少 3 mm 出血，150 dpi，Coated FOGRA39</translation>
        </message>
        <message>
            <location filename="../../presets/formats/flyer-b5-jp.toml" line="2"></location>
            <source>flyer-b5-jp</source>
            <translation>日本 B5 宣传单</translation>
        </message>
        <message>
            <location filename="../../presets/formats/flyer-b5-jp.toml" line="3"></location>
            <source>Japanese cinema flyer (chirashi), JIS B5 with 3 mm bleed at 350 dpi</source>
            <translation>日本电影宣传单（チラシ），JIS B5 加 3 mm 出血，350 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/flyer-b5-jp.toml" line="15"></location>
            <source>Size: JIS P 0138; 3 mm bleed and 350 dpi: trade custom, not verified</source>
            <translation>尺寸：JIS P 0138；3 mm 出血与 350 dpi：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/in-train-kr.toml" line="2"></location>
            <source>in-train-kr</source>
            <translation>韩国车厢框幅</translation>
        </message>
        <message>
            <location filename="../../presets/formats/in-train-kr.toml" line="3"></location>
            <source>Korean train, framed poster, 530 × 380 mm at 150 dpi</source>
            <translation>韩国车厢框幅海报，530 × 380 mm，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/in-train-kr.toml" line="14"></location>
            <source>Trade custom: 530 × 380 mm; it differs by station and operator, ask it</source>
            <translation>行业惯例：530 × 380 mm；因车站与运营商而异，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-landscape.toml" line="2"></location>
            <source>instagram-landscape</source>
            <translation>Instagram 横图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-landscape.toml" line="3"></location>
            <source>Instagram post, landscape 1.91:1</source>
            <translation>Instagram 帖子，横图 1.91:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-landscape.toml" line="11"></location>
            <source>Guides read 2026-11: 1080 × 566</source>
            <translation>2026-11 所读指南：1080 × 566</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-portrait.toml" line="2"></location>
            <source>instagram-portrait</source>
            <translation>Instagram 竖图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-portrait.toml" line="3"></location>
            <source>Instagram post, 4:5; the profile grid shows the middle 3:4</source>
            <translation>Instagram 帖子，4:5；主页网格显示中间 3:4</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-portrait.toml" line="11"></location>
            <source>Guides read 2026-11: 1080 × 1350; the grid's crop in shares of it is this preset's reckoning</source>
            <translation>2026-11 所读指南：1080 × 1350；网格裁切的比例由本预设推算</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-square.toml" line="2"></location>
            <source>instagram-square</source>
            <translation>Instagram 方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-square.toml" line="3"></location>
            <source>Instagram post, square</source>
            <translation>Instagram 帖子，方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-square.toml" line="11"></location>
            <source>Guides read 2026-11: 1080 × 1080</source>
            <translation>2026-11 所读指南：1080 × 1080</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-story.toml" line="2"></location>
            <source>instagram-story</source>
            <translation>Instagram 快拍</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-story.toml" line="3"></location>
            <source>Instagram story or reel cover, 9:16; the middle 1080 × 1420 is free</source>
            <translation>Instagram 快拍或 Reels 封面，9:16；中间 1080 × 1420 无遮挡</translation>
        </message>
        <message>
            <location filename="../../presets/formats/instagram-story.toml" line="11"></location>
            <source>Guides read 2026-11: 1080 × 1920, the middle 1080 × 1420 is free of the app's controls</source>
            <translation>2026-11 所读指南：1080 × 1920，中间 1080 × 1420 不被界面控件遮挡</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b0.toml" line="2"></location>
            <source>jis-b0</source>
            <translation>JIS B0</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b0.toml" line="3"></location>
            <source>Japanese station poster, JIS B0, 1030 × 1456 mm at 100 dpi</source>
            <translation>日本车站海报，JIS B0，1030 × 1456 mm，100 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b0.toml" line="14"></location>
            <location filename="../../presets/formats/jis-b2.toml" line="14"></location>
            <source>Size: JIS P 0138. Press condition: trade custom, not verified</source>
            <translation>尺寸：JIS P 0138。印刷条件：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b1.toml" line="2"></location>
            <source>jis-b1</source>
            <translation>日本 B1 海报</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b1.toml" line="3"></location>
            <source>Japanese station poster, JIS B1, 728 × 1030 mm at 100 dpi</source>
            <translation>日本车站海报，JIS B1，728 × 1030 mm，100 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b1.toml" line="14"></location>
            <source>Size: JIS P 0138; station posters are booked in B1 (express-ad, new-ad-chiba). Press condition: trade custom, not verified</source>
            <translation>尺寸：JIS P 0138；车站海报按 B1 投放（express-ad、new-ad-chiba）。印刷条件：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b2.toml" line="2"></location>
            <source>jis-b2</source>
            <translation>JIS B2</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b2.toml" line="3"></location>
            <source>Japanese cinema poster, JIS B2, 515 × 728 mm at 150 dpi</source>
            <translation>日本影院海报，JIS B2，515 × 728 mm，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-channel.toml" line="2"></location>
            <source>kakao-channel</source>
            <translation>Kakao 频道方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-channel.toml" line="3"></location>
            <source>Kakao channel message, square</source>
            <translation>Kakao 频道消息，方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-channel.toml" line="12"></location>
            <source>Guides for Kakao friend talk read 2026-11: 720 × 720, at most 500 kB</source>
            <translation>2026-11 所读 Kakao 好友消息指南：720 × 720，最大 500 kB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-thumbnail.toml" line="2"></location>
            <source>kakao-thumbnail</source>
            <translation>Kakao 缩略图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-thumbnail.toml" line="3"></location>
            <source>Kakao channel thumbnail, 348 × 230; 40 px at both sides stay free</source>
            <translation>Kakao 频道缩略图，348 × 230；两侧各留 40 px</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-thumbnail.toml" line="13"></location>
            <source>Guides for Kakao channel ads read 2026-11: 348 × 230, at most 500 kB, 40 px at the sides</source>
            <translation>2026-11 所读 Kakao 频道广告指南：348 × 230，最大 500 kB，两侧 40 px</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-wide.toml" line="2"></location>
            <source>kakao-wide</source>
            <translation>Kakao 宽图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-wide.toml" line="3"></location>
            <source>Kakao channel message, wide, 4:3</source>
            <translation>Kakao 频道消息，宽图 4:3</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao-wide.toml" line="12"></location>
            <source>Guides for Kakao wide messages read 2026-11: 800 × 600, at most 2 MB</source>
            <translation>2026-11 所读 Kakao 宽图消息指南：800 × 600，最大 2 MB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao.toml" line="2"></location>
            <source>kakao</source>
            <translation>KakaoTalk 分享图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao.toml" line="3"></location>
            <source>KakaoTalk share image, 2:1; Kakao may crop it round people</source>
            <translation>KakaoTalk 分享图，2:1；Kakao 可能按人物裁切</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao.toml" line="12"></location>
            <source>devtalk.kakao.com, answer on share images: 800 × 400, smart crop that cannot be switched off</source>
            <translation>devtalk.kakao.com 关于分享图的答复：800 × 400，智能裁切无法关闭</translation>
        </message>
        <message>
            <location filename="../../presets/formats/line-square.toml" line="2"></location>
            <source>line-square</source>
            <translation>LINE 方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/line-square.toml" line="3"></location>
            <source>LINE rich message, square</source>
            <translation>LINE 图文消息，方形</translation>
        </message>
        <message>
            <location filename="../../presets/formats/line-square.toml" line="11"></location>
            <source>Remembered: 1040 × 1040; ask LINE before delivery</source>
            <translation>凭记忆：1040 × 1040；交付前请向 LINE 确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/linkedin.toml" line="2"></location>
            <source>linkedin</source>
            <translation>领英</translation>
        </message>
        <message>
            <location filename="../../presets/formats/linkedin.toml" line="3"></location>
            <source>LinkedIn share image, 1.91:1</source>
            <translation>领英分享图，1.91:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/linkedin.toml" line="12"></location>
            <source>Guides read 2026-11: 1200 × 627</source>
            <translation>2026-11 所读指南：1200 × 627</translation>
        </message>
        <message>
            <location filename="../../presets/formats/magazine-page.toml" line="2"></location>
            <source>magazine-page</source>
            <translation>杂志整页</translation>
        </message>
        <message>
            <location filename="../../presets/formats/magazine-page.toml" line="3"></location>
            <source>Magazine page, A4 with 3 mm bleed at 300 dpi; text stays 5 mm inside</source>
            <translation>杂志整页，A4 加 3 mm 出血，300 dpi；文字距裁切边 5 mm 以上</translation>
        </message>
        <message>
            <location filename="../../presets/formats/magazine-page.toml" line="16"></location>
            <source>perfectdiver, advertising page: page plus 3 mm, text at least 5 mm from the trim; other magazines differ</source>
            <translation>perfectdiver 广告页：页面加 3 mm，文字距裁切边至少 5 mm；其他杂志各有不同</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mall-screen-uk.toml" line="2"></location>
            <source>mall-screen-uk</source>
            <translation>英国商场屏</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mall-screen-uk.toml" line="3"></location>
            <source>UK digital 6-sheet in malls, 1080 × 1920</source>
            <translation>英国商场数字六封屏，1080 × 1920</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mall-screen-uk.toml" line="12"></location>
            <source>Clear Channel UK, digital 6-sheet guidelines (copy on studylib): 1080 × 1920, RGB JPG or PNG, 72 dpi; read there, not at the owner's</source>
            <translation>Clear Channel UK 数字六封屏指南（studylib 上的副本）：1080 × 1920，RGB JPG 或 PNG，72 dpi；读自副本，非媒体主网页</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-4-sheet-cn.toml" line="2"></location>
            <source>metro-4-sheet-cn</source>
            <translation>中国地铁四封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-4-sheet-cn.toml" line="3"></location>
            <source>Chinese metro light box (4 sheets), 1000 × 1500 mm, artwork at 1:4, 200 dpi</source>
            <translation>中国地铁四封灯箱，1000 × 1500 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-4-sheet-cn.toml" line="14"></location>
            <source>Trade custom: 1000 × 1500 mm; each operator has its own sheet, ask it</source>
            <translation>行业惯例：1000 × 1500 mm；各运营商不同，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-6-sheet-cn.toml" line="2"></location>
            <source>metro-6-sheet-cn</source>
            <translation>中国地铁六封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-6-sheet-cn.toml" line="3"></location>
            <source>Chinese metro light box (6 sheets), 1200 × 1800 mm, artwork at 1:4, 200 dpi</source>
            <translation>中国地铁六封灯箱，1200 × 1800 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-6-sheet-cn.toml" line="14"></location>
            <source>Trade custom: 1200 × 1800 mm, in places 1185 × 1750 mm; each operator has its own sheet, ask it</source>
            <translation>行业惯例：1200 × 1800 mm，有的地方为 1185 × 1750 mm；各运营商不同，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-billboard-se.toml" line="2"></location>
            <source>metro-billboard-se</source>
            <translation>瑞典地铁大牌</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-billboard-se.toml" line="3"></location>
            <source>Stockholm metro billboard, 1585 × 3025 mm, full scale at 100 dpi</source>
            <translation>斯德哥尔摩地铁大牌，1585 × 3025 mm，原大，100 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-billboard-se.toml" line="16"></location>
            <source>clearchannel.se, metro billboard: 1585 × 3025 mm, visible 1505 × 2950 mm, 20 mm inside for text, Coated FOGRA39; it asks for images of 150 dpi, this file is coarser</source>
            <translation>clearchannel.se，地铁大牌：1585 × 3025 mm，可视 1505 × 2950 mm，文字再向内 20 mm，Coated FOGRA39；对方要求图片 150 dpi，本文件较粗</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-lightbox.toml" line="2"></location>
            <source>metro-lightbox</source>
            <translation>地铁灯箱</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-lightbox.toml" line="3"></location>
            <source>Chinese metro light box (12 sheets), 3000 × 1500 mm, artwork at 1:4, 100 dpi</source>
            <translation>国内地铁灯箱（12 封），3000 × 1500 mm，按 1:4 制作，100 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-lightbox.toml" line="14"></location>
            <source>Trade custom: 3000 × 1500 mm, visible about 2940 × 1440; each operator has its own</source>
            <translation>行业惯例：3000 × 1500 mm，可见约 2940 × 1440；各运营方有自己的规定</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-12-sheet.toml" line="2"></location>
            <source>mtr-12-sheet</source>
            <translation>港铁十二封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-12-sheet.toml" line="3"></location>
            <source>Hong Kong MTR 12-sheet, 3050 × 1560 mm, artwork at 1:4, 100 dpi</source>
            <translation>港铁十二封灯箱，3050 × 1560 mm，1:4 稿件，100 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-12-sheet.toml" line="14"></location>
            <source>JCDecaux, MTR rate card 2011: 12-sheet 3050 × 1560 mm; scale, resolution and safe area: trade custom, not verified</source>
            <translation>JCDecaux 港铁价目表 2011：十二封 3050 × 1560 mm；比例、分辨率与安全区：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-4-sheet.toml" line="2"></location>
            <source>mtr-4-sheet</source>
            <translation>港铁四封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-4-sheet.toml" line="3"></location>
            <source>Hong Kong MTR 4-sheet, 1010 × 1530 mm, artwork at 1:4, 200 dpi</source>
            <translation>港铁四封灯箱，1010 × 1530 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-4-sheet.toml" line="14"></location>
            <source>JCDecaux, MTR rate card 2011: 4-sheet 1010 × 1530 mm; scale, resolution and safe area: trade custom, not verified</source>
            <translation>JCDecaux 港铁价目表 2011：四封 1010 × 1530 mm；比例、分辨率与安全区：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-6-sheet.toml" line="2"></location>
            <source>mtr-6-sheet</source>
            <translation>港铁六封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-6-sheet.toml" line="3"></location>
            <source>Hong Kong MTR 6-sheet, 1200 × 1760 mm, artwork at 1:4, 200 dpi</source>
            <translation>港铁六封灯箱，1200 × 1760 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-6-sheet.toml" line="14"></location>
            <source>JCDecaux, MTR rate card 2011: 6-sheet 1200 × 1760 mm; scale, resolution and safe area: trade custom, not verified</source>
            <translation>JCDecaux 港铁价目表 2011：六封 1200 × 1760 mm；比例、分辨率与安全区：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-escalator.toml" line="2"></location>
            <source>mtr-escalator</source>
            <translation>港铁扶梯海报</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-escalator.toml" line="3"></location>
            <source>Hong Kong MTR escalator crown, 523 × 723 mm at 150 dpi</source>
            <translation>港铁扶梯海报，523 × 723 mm，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/mtr-escalator.toml" line="14"></location>
            <source>JCDecaux, MTR rate card 2011: escalator crown 523 × 723 mm; scale, resolution and safe area: trade custom, not verified</source>
            <translation>JCDecaux 港铁价目表 2011：扶梯海报 523 × 723 mm；比例、分辨率与安全区：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/naver-share.toml" line="2"></location>
            <source>naver-share</source>
            <translation>Naver 与 Daum 分享图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/naver-share.toml" line="3"></location>
            <source>Share image for Naver and Daum, 1.91:1</source>
            <translation>Naver 与 Daum 分享图，1.91:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/naver-share.toml" line="11"></location>
            <source>Remembered: 1200 × 630, as Open Graph</source>
            <translation>凭记忆：1200 × 630，同 Open Graph</translation>
        </message>
        <message>
            <location filename="../../presets/formats/one-sheet.toml" line="2"></location>
            <source>one-sheet</source>
            <translation>影院海报</translation>
        </message>
        <message>
            <location filename="../../presets/formats/one-sheet.toml" line="3"></location>
            <source>Film one-sheet, 27 × 40 in, trimmed size at 150 dpi</source>
            <translation>电影单张海报，27 × 40 英寸，成品尺寸，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/one-sheet.toml" line="14"></location>
            <source>Size: collectors' and printers' pages (27 × 40 in since about 1985). Safe area of 0.5 in: trade custom, not verified</source>
            <translation>尺寸：收藏与印刷行业网页（约 1985 年起为 27 × 40 英寸）。安全区 0.5 英寸：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/open-graph.toml" line="2"></location>
            <source>open-graph</source>
            <translation>网页分享图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/open-graph.toml" line="3"></location>
            <source>Share image for web pages, 1.91:1</source>
            <translation>网页分享图，1.91:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/open-graph.toml" line="11"></location>
            <source>developers.facebook.com, sharing: 1200 × 630, at most 8 MB</source>
            <translation>developers.facebook.com 分享：1200 × 630，最大 8 MB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/retail-poster.toml" line="2"></location>
            <source>retail-poster</source>
            <translation>零售海报 24 × 36</translation>
        </message>
        <message>
            <location filename="../../presets/formats/retail-poster.toml" line="3"></location>
            <source>Poster for shops and homes, 24 × 36 in, at 150 dpi</source>
            <translation>店铺与家用海报，24 × 36 英寸，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/retail-poster.toml" line="14"></location>
            <source>Size: printers' pages (24 × 36 in). Safe area of 0.5 in: trade custom, not verified</source>
            <translation>尺寸：印刷厂网页（24 × 36 英寸）。0.5 英寸安全区：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/screen-door-kr.toml" line="2"></location>
            <source>screen-door-kr</source>
            <translation>韩国屏蔽门</translation>
        </message>
        <message>
            <location filename="../../presets/formats/screen-door-kr.toml" line="3"></location>
            <source>Korean subway screen door, about 1700 × 1750 mm, artwork at 1:4, 200 dpi</source>
            <translation>韩国地铁屏蔽门，约 1700 × 1750 mm，1:4 稿件，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/screen-door-kr.toml" line="14"></location>
            <source>Trade custom: 1600 to 1900 × 1750 mm; it differs by station and operator, ask it</source>
            <translation>行业惯例：1600 至 1900 × 1750 mm；因车站与运营商而异，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/six-sheet.toml" line="2"></location>
            <source>six-sheet</source>
            <translation>英国 6-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/six-sheet.toml" line="3"></location>
            <source>UK 6-sheet, 1200 × 1800 mm, artwork at 1:4, 200 dpi</source>
            <translation>英国 6-sheet，1200 × 1800 mm，按 1:4 制作，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/six-sheet.toml" line="15"></location>
            <source>Trade custom: 1200 × 1800 mm, visible about 1165 × 1725, supplied at 25 %</source>
            <translation>行业惯例：1200 × 1800 mm，可见约 1165 × 1725，按 25% 制作</translation>
        </message>
        <message>
            <location filename="../../presets/formats/tiktok-feed.toml" line="2"></location>
            <source>tiktok-feed</source>
            <translation>抖音 / TikTok 信息流</translation>
        </message>
        <message>
            <location filename="../../presets/formats/tiktok-feed.toml" line="3"></location>
            <source>TikTok and Douyin in the feed, 9:16, clear of the app's controls</source>
            <translation>抖音与 TikTok 信息流，9:16，避开界面控件</translation>
        </message>
        <message>
            <location filename="../../presets/formats/tiktok-feed.toml" line="11"></location>
            <source>Guide of adfuseai read 2026-11: clear of the top 150, the bottom 440 and the right 150 px; TikTok's own templates differ by format</source>
            <translation>2026-11 读 adfuseai 的指南：避开上方 150、下方 440、右侧 150 px；TikTok 自家模板因形式而异</translation>
        </message>
        <message>
            <location filename="../../presets/formats/tiktok-feed.toml" line="26"></location>
            <source>the app's buttons and text cover it</source>
            <translation>被应用的按钮和文字遮住</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-jp.toml" line="2"></location>
            <source>train-hanging-jp</source>
            <translation>日本车厢吊挂</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-jp.toml" line="3"></location>
            <source>Japanese train, hanging poster (nakazuri), JIS B3 landscape at 200 dpi</source>
            <translation>日本车厢吊挂海报（中づり），JIS B3 横向，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-jp.toml" line="14"></location>
            <source>Trade custom: B3 landscape, the holder clips the top 30 to 40 mm; ask the railway's agency</source>
            <translation>行业惯例：B3 横向，夹具遮住上方 30 至 40 mm；请向铁路公司的代理确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-jp.toml" line="23"></location>
            <location filename="../../presets/formats/train-hanging-wide-jp.toml" line="23"></location>
            <location filename="../../presets/formats/train-window-se.toml" line="26"></location>
            <source>the holder clips it</source>
            <translation>被夹具遮住</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-wide-jp.toml" line="2"></location>
            <source>train-hanging-wide-jp</source>
            <translation>日本车厢宽幅吊挂</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-wide-jp.toml" line="3"></location>
            <source>Japanese train, wide hanging poster, 1030 × 364 mm at 150 dpi</source>
            <translation>日本车厢宽幅吊挂海报，1030 × 364 mm，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-hanging-wide-jp.toml" line="14"></location>
            <source>Trade custom: B3 wide, the holder clips the top 30 to 40 mm; ask the railway's agency</source>
            <translation>行业惯例：B3 宽幅，夹具遮住上方 30 至 40 mm；请向铁路公司的代理确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-jp.toml" line="2"></location>
            <source>train-window-jp</source>
            <translation>日本车窗上方</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-jp.toml" line="3"></location>
            <source>Japanese train, poster above the window (mado-ue), JIS B3 landscape at 200 dpi</source>
            <translation>日本车窗上方海报（まど上），JIS B3 横向，200 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-jp.toml" line="14"></location>
            <source>Trade custom: B3 landscape; ask the railway's agency</source>
            <translation>行业惯例：B3 横向；请向铁路公司的代理确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-se.toml" line="2"></location>
            <source>train-window-se</source>
            <translation>瑞典车窗板</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-se.toml" line="3"></location>
            <source>Swedish train window panel, 500 × 320 mm, full scale at 200 dpi; the holder hides the top 20 mm</source>
            <translation>瑞典车窗板，500 × 320 mm，原大，200 dpi；夹具遮住上方 20 mm</translation>
        </message>
        <message>
            <location filename="../../presets/formats/train-window-se.toml" line="17"></location>
            <source>clearchannel.se, window panel: 500 × 320 mm, visible 500 × 300 mm, at least 3 mm bleed, 150 dpi, Coated FOGRA39</source>
            <translation>clearchannel.se，车窗板：500 × 320 mm，可视 500 × 300 mm，至少 3 mm 出血，150 dpi，Coated FOGRA39</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-48-sheet.toml" line="2"></location>
            <source>uk-48-sheet</source>
            <translation>英国 48 封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-48-sheet.toml" line="3"></location>
            <source>UK 48-sheet, 6096 × 3048 mm, artwork at 1:10, 300 dpi</source>
            <translation>英国 48 封，6096 × 3048 mm，1:10 稿件，300 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-48-sheet.toml" line="16"></location>
            <source>Margins: Exterion Media Belfast (150 mm at the right, 100 mm at the bottom). Size and scale: trade custom, not verified</source>
            <translation>边距：Exterion Media Belfast（右侧 150 mm，底部 100 mm）。尺寸与比例：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-96-sheet.toml" line="2"></location>
            <source>uk-96-sheet</source>
            <translation>英国 96 封</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-96-sheet.toml" line="3"></location>
            <source>UK 96-sheet, 12192 × 3048 mm, artwork at 1:10, 300 dpi, PDF with outlined type</source>
            <translation>英国 96 封，12192 × 3048 mm，1:10 稿件，300 dpi，文字转曲的 PDF</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-96-sheet.toml" line="17"></location>
            <source>clearchannel.co.uk, 96-sheet billboards: artwork at 10 %, at least 300 dpi, CMYK PDF, outlined text, safe area 11392 × 2748 mm; the press condition is this preset's choice</source>
            <translation>clearchannel.co.uk，96 封大牌：10 % 稿件，至少 300 dpi，CMYK PDF，文字转曲，安全区 11392 × 2748 mm；印刷条件由本预设选定</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-quad.toml" line="2"></location>
            <source>uk-quad</source>
            <translation>英国横版海报</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-quad.toml" line="3"></location>
            <source>UK quad, 40 × 30 in, landscape, at 150 dpi</source>
            <translation>英国横版影院海报，40 × 30 英寸，150 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/uk-quad.toml" line="14"></location>
            <source>Size: collectors' and printers' pages (quad, 30 × 40 in). Safe area of 0.5 in: trade custom, not verified</source>
            <translation>尺寸：收藏者与印刷厂网页（quad，30 × 40 英寸）。0.5 英寸安全区：行业惯例，未核实</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero-phone.toml" line="2"></location>
            <source>web-hero-phone</source>
            <translation>手机网站首图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero-phone.toml" line="3"></location>
            <source>Opening picture of a website on a phone, 4:5</source>
            <translation>手机网站首图，4:5</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero-phone.toml" line="11"></location>
            <source>Custom of the web: 1080 × 1350</source>
            <translation>网页惯例：1080 × 1350</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero.toml" line="2"></location>
            <source>web-hero</source>
            <translation>网站首图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero.toml" line="3"></location>
            <source>Opening picture of a website on a desk, 16:9</source>
            <translation>桌面网站首图，16:9</translation>
        </message>
        <message>
            <location filename="../../presets/formats/web-hero.toml" line="12"></location>
            <source>Custom of the web: 2560 × 1440, half of it on ordinary screens</source>
            <translation>网页惯例：2560 × 1440，普通屏幕显示一半</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-cover.toml" line="2"></location>
            <source>wechat-cover</source>
            <translation>公众号封面</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-cover.toml" line="3"></location>
            <source>WeChat official account, cover of the first article, 2.35:1</source>
            <translation>微信公众号头条封面，2.35:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-cover.toml" line="12"></location>
            <source>Guides of diwuai and getpostercat read 2026-11: 900 × 383, at most 2 MB, sharing crops the middle to 1:1</source>
            <translation>2026-11 所读 diwuai 与 getpostercat 指南：900 × 383，最大 2 MB，分享时取中间裁成 1:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-square.toml" line="2"></location>
            <source>wechat-square</source>
            <translation>公众号次条封面</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-square.toml" line="3"></location>
            <source>WeChat official account, cover of the other articles, 1:1</source>
            <translation>微信公众号次条封面，1:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-square.toml" line="12"></location>
            <source>Guides of diwuai and getpostercat read 2026-11: 1:1, 500 × 500</source>
            <translation>2026-11 读 diwuai 与 getpostercat 的指南：1:1，500 × 500</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-portrait.toml" line="2"></location>
            <source>weibo-portrait</source>
            <translation>微博竖图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-portrait.toml" line="3"></location>
            <source>Weibo post, 3:4</source>
            <translation>微博配图，3:4</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-portrait.toml" line="12"></location>
            <source>Trade custom: 1080 wide, 3:4, at most 20 MB</source>
            <translation>行业惯例：宽 1080，3:4，最大 20 MB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-square.toml" line="2"></location>
            <source>weibo-square</source>
            <translation>微博方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-square.toml" line="3"></location>
            <source>Weibo post, square</source>
            <translation>微博配图，方形</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-square.toml" line="12"></location>
            <source>Trade custom: 1080 wide, 1:1, at most 20 MB</source>
            <translation>行业惯例：宽 1080，1:1，最大 20 MB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wide-colour-kr.toml" line="2"></location>
            <source>wide-colour-kr</source>
            <translation>韩国地铁宽幅灯箱</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wide-colour-kr.toml" line="3"></location>
            <source>Korean subway light box (wide colour), about 4000 × 2250 mm, artwork at 1:4, 75 dpi</source>
            <translation>韩国地铁宽幅灯箱（와이드칼라），约 4000 × 2250 mm，1:4 稿件，75 dpi</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wide-colour-kr.toml" line="14"></location>
            <source>Trade custom: about 4000 × 2250 mm; it differs by station and operator, ask it</source>
            <translation>行业惯例：约 4000 × 2250 mm；因车站与运营商而异，请向其确认</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-card.toml" line="2"></location>
            <source>x-card</source>
            <translation>X 链接卡片</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-card.toml" line="3"></location>
            <source>X link card with a large image, 1.91:1</source>
            <translation>X 大图链接卡片，1.91:1</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-card.toml" line="12"></location>
            <source>Guides read 2026-11: 1200 × 628, at most 5 MB; the card itself is described at developer.x.com</source>
            <translation>2026-11 所读指南：1200 × 628，最大 5 MB；卡片本身见 developer.x.com</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-post.toml" line="2"></location>
            <source>x-post</source>
            <translation>X 贴文</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-post.toml" line="3"></location>
            <source>X post, 16:9</source>
            <translation>X 贴文，16:9</translation>
        </message>
        <message>
            <location filename="../../presets/formats/x-post.toml" line="12"></location>
            <source>Guides read 2026-11: 1600 × 900, at most 5 MB</source>
            <translation>2026-11 所读指南：1600 × 900，最大 5 MB</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu-square.toml" line="2"></location>
            <source>xiaohongshu-square</source>
            <translation>小红书方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu-square.toml" line="3"></location>
            <source>Xiaohongshu picture, square</source>
            <translation>小红书方图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu-square.toml" line="12"></location>
            <source>Guides read 2026-11: 1:1 is allowed beside 3:4; text on at most 30 % of the cover</source>
            <translation>2026-11 所读指南：除 3:4 外也可用 1:1；文字不超过封面的 30 %</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu.toml" line="2"></location>
            <source>xiaohongshu</source>
            <translation>小红书封面</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu.toml" line="3"></location>
            <source>Xiaohongshu cover, 3:4</source>
            <translation>小红书封面，3:4</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu.toml" line="12"></location>
            <source>Guides read 2026-11: 1242 × 1660 for the cover, the feed shows a tile of it</source>
            <translation>2026-11 所读指南：封面 1242 × 1660，信息流显示其中一块</translation>
        </message>
        <message>
            <location filename="../../presets/formats/youtube-thumbnail.toml" line="2"></location>
            <source>youtube-thumbnail</source>
            <translation>YouTube 缩略图</translation>
        </message>
        <message>
            <location filename="../../presets/formats/youtube-thumbnail.toml" line="3"></location>
            <source>YouTube thumbnail, 16:9; small enough for uploads from a phone</source>
            <translation>YouTube 缩略图，16:9；文件小，手机也能上传</translation>
        </message>
        <message>
            <location filename="../../presets/formats/youtube-thumbnail.toml" line="12"></location>
            <source>support.google.com/youtube, thumbnails: 1280 × 720, 2 MB from a phone; the time stamp covers the lower right corner</source>
            <translation>support.google.com/youtube 缩略图：1280 × 720，手机上传 2 MB；右下角会被时长标记盖住</translation>
        </message>
        <message>
            <location filename="../../presets/formats/youtube-thumbnail.toml" line="21"></location>
            <source>the time stamp covers it</source>
            <translation>时长标记会盖住这里</translation>
        </message>
        <message>
            <location filename="../../presets/posters/centred-title.toml" line="2"></location>
            <source>centred-title</source>
            <translation>居中片名</translation>
        </message>
        <message>
            <location filename="../../presets/posters/centred-title.toml" line="3"></location>
            <source>Copy in a serif on the middle axis, title centred at the foot</source>
            <translation>宋体文案沿中轴排列，片名居中置底</translation>
        </message>
        <message>
            <location filename="../../presets/posters/festival-one-sheet.toml" line="2"></location>
            <source>festival-one-sheet</source>
            <translation>影展海报</translation>
        </message>
        <message>
            <location filename="../../presets/posters/festival-one-sheet.toml" line="3"></location>
            <source>Festival one-sheet: festivals at the head, copy, title large, credits set to width at the foot</source>
            <translation>影展海报：入围放在顶部，文案，大字片名，底部演职员表排满版心</translation>
        </message>
        <message>
            <location filename="../../presets/posters/quiet-line.toml" line="2"></location>
            <source>quiet-line</source>
            <translation>低处一行</translation>
        </message>
        <message>
            <location filename="../../presets/posters/quiet-line.toml" line="3"></location>
            <source>One quiet line low in the picture, title at the foot</source>
            <translation>一行安静的文案落在画面低处，片名置底</translation>
        </message>
        <message>
            <location filename="../../presets/posters/split.toml" line="2"></location>
            <source>split</source>
            <translation>图文分栏</translation>
        </message>
        <message>
            <location filename="../../presets/posters/split.toml" line="3"></location>
            <source>Picture and a plain panel in the picture's own dark, copy on the panel</source>
            <translation>画面加一块取自画面暗部的素色面板，文案排在面板上</translation>
        </message>
        <message>
            <location filename="../../presets/posters/vertical-line.toml" line="2"></location>
            <source>vertical-line</source>
            <translation>竖排文案</translation>
        </message>
        <message>
            <location filename="../../presets/posters/vertical-line.toml" line="3"></location>
            <source>Columns at the side for Chinese and Japanese, a narrow block for other scripts</source>
            <translation>中文、日文在侧边竖排，其他文字排成窄栏</translation>
        </message>
        <message>
            <location filename="../../presets/video/broadcast-prores.toml" line="2"></location>
            <source>broadcast-prores</source>
            <translation>播出母版 ProRes</translation>
        </message>
        <message>
            <location filename="../../presets/video/broadcast-prores.toml" line="3"></location>
            <source>ProRes 422 HQ master for broadcasters, with PCM sound at the loudness of the market (EBU R 128 where it names none)</source>
            <translation>供电视台播出的 ProRes 422 HQ 母版，PCM 声音，响度按市场规定（未规定时按 EBU R 128）</translation>
        </message>
        <message>
            <location filename="../../presets/video/broadcast-prores.toml" line="7"></location>
            <source>EBU R 128 (2023), R 128 s1 (short-form content)</source>
            <translation>EBU R 128 (2023)、R 128 s1（短片）</translation>
        </message>
        <message>
            <location filename="../../presets/video/broadcast-prores.toml" line="7"></location>
            <source>EBU R 128 (2023): -23 LUFS, -1 dBTP; R 128 s1: short-form content at most -18 LUFS short-term; EBU Tech 3343; Apple ProRes White Paper (2022): 422 HQ, 10 bits, 4:2:2; each broadcaster's own sheet goes before it</source>
            <translation>EBU R 128（2023）：-23 LUFS、-1 dBTP；R 128 s1：短片的短时响度不超过 -18 LUFS；EBU Tech 3343；Apple ProRes 白皮书（2022）：422 HQ、10 位、4:2:2；以各电视台自己的技术规范为准</translation>
        </message>
        <message>
            <location filename="../../presets/video/chat-720p.toml" line="2"></location>
            <source>chat-720p</source>
            <translation>聊天与邮件 720p</translation>
        </message>
        <message>
            <location filename="../../presets/video/chat-720p.toml" line="3"></location>
            <source>H.264, at most 1280 × 720, in at most 16 MB, for messengers and mail; the poster frame is inside</source>
            <translation>H.264，最大 1280 × 720，不超过 16 MB，用于聊天软件与邮件；封面帧在文件内</translation>
        </message>
        <message>
            <location filename="../../presets/video/chat-720p.toml" line="11"></location>
            <location filename="../../presets/video/social-portrait.toml" line="11"></location>
            <location filename="../../presets/video/social-square.toml" line="11"></location>
            <location filename="../../presets/video/social-story.toml" line="11"></location>
            <location filename="../../presets/video/web-1080p.toml" line="9"></location>
            <location filename="../../presets/video/web-2160p-hevc.toml" line="8"></location>
            <location filename="../../presets/video/web-720p.toml" line="9"></location>
            <location filename="../../presets/video/web-with-subtitles.toml" line="11"></location>
            <source>By custom: YouTube and most platforms turn louder sound down to about -14 LUFS</source>
            <translation>惯例：YouTube 与多数平台会把更响的声音降到约 -14 LUFS</translation>
        </message>
        <message>
            <location filename="../../presets/video/chat-720p.toml" line="11"></location>
            <source>WhatsApp Help Center: videos of at most 16 MB; by custom also what most mail servers take</source>
            <translation>WhatsApp 帮助中心：视频不超过 16 MB；按惯例也是多数邮件服务器的上限</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-422-hq.toml" line="2"></location>
            <source>prores-422-hq</source>
            <translation>ProRes 422 HQ</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-422-hq.toml" line="3"></location>
            <source>ProRes 422 HQ master for broadcasters and editing, in QuickTime, with PCM sound</source>
            <translation>ProRes 422 HQ 母版，供播出与剪辑，QuickTime 封装，PCM 声音</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-422-hq.toml" line="7"></location>
            <source>Apple ProRes White Paper (2022): 422 HQ, 10 bits, 4:2:2; sound by custom of broadcasters 24 bits at 48 kHz</source>
            <translation>Apple ProRes 白皮书（2022）：422 HQ，10 位，4:2:2；声音按广播惯例 24 位、48 kHz</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-4444.toml" line="2"></location>
            <source>prores-4444</source>
            <translation>ProRes 4444</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-4444.toml" line="3"></location>
            <source>ProRes 4444 master for grading and effects, all colour kept, in QuickTime, with PCM sound</source>
            <translation>ProRes 4444 母版，供调色与特效，色彩全部保留，QuickTime 封装，PCM 声音</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-4444.toml" line="7"></location>
            <source>Apple ProRes White Paper (2022): 4444, 4:4:4, up to 12 bits; written here with 10; sound by custom of broadcasters 24 bits at 48 kHz</source>
            <translation>Apple ProRes 白皮书（2022）：4444，4:4:4，最高 12 位；此处写 10 位；声音按广播惯例 24 位、48 kHz</translation>
        </message>
        <message>
            <location filename="../../presets/video/same-as-film.toml" line="2"></location>
            <source>same-as-film</source>
            <translation>与影片一致</translation>
        </message>
        <message>
            <location filename="../../presets/video/same-as-film.toml" line="3"></location>
            <source>The film as it is, with captions: its size, rate, pixel format, colour tags and sound</source>
            <translation>原片加字幕：尺寸、帧率、像素格式、色彩标记和声音都不变</translation>
        </message>
        <message>
            <location filename="../../presets/video/same-as-film.toml" line="7"></location>
            <source>Lobbycard: no platform asks for it; CRF 20 is where x264 medium stops showing on a calibrated screen</source>
            <translation>Lobbycard：没有平台作此要求；CRF 20 是 x264 medium 在校色屏幕上看不出差别的界限</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-portrait.toml" line="2"></location>
            <source>social-portrait</source>
            <translation>社交竖图</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-portrait.toml" line="3"></location>
            <source>H.264, 1080 × 1350 (4:5), cut out around faces and what else draws the eye, for feeds</source>
            <translation>H.264，1080 × 1350（4:5），对准人脸和引人注目之处逐镜头裁切，用于信息流</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-portrait.toml" line="11"></location>
            <source>Meta for Business, Video ads in feed: 4:5, at least 1080 × 1350, H.264, AAC at 128 kb/s or more</source>
            <translation>Meta 商务，信息流视频广告：4:5，至少 1080 × 1350，H.264，AAC 128 kb/s 以上</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square-pad.toml" line="2"></location>
            <source>social-square-pad</source>
            <translation>社交方形（衬底）</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square-pad.toml" line="3"></location>
            <source>H.264, 1080 × 1080, the whole picture over a blurred ground, for feeds</source>
            <translation>H.264，1080 × 1080，完整画面衬以模糊背景，用于信息流</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square-pad.toml" line="9"></location>
            <location filename="../../presets/video/social-square.toml" line="11"></location>
            <source>Meta for Business, Video ads in feed: 1:1, at least 1080 × 1080, H.264, AAC at 128 kb/s or more</source>
            <translation>Meta 商务，信息流视频广告：1:1，至少 1080 × 1080，H.264，AAC 128 kb/s 以上</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square.toml" line="2"></location>
            <source>social-square</source>
            <translation>社交方形</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square.toml" line="3"></location>
            <source>H.264, 1080 × 1080, cut out around faces and what else draws the eye, for feeds</source>
            <translation>H.264，1080 × 1080，对准人脸和引人注目之处逐镜头裁切，用于信息流</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story-pad.toml" line="2"></location>
            <source>social-story-pad</source>
            <translation>社交竖屏（衬底）</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story-pad.toml" line="3"></location>
            <source>H.264, 1080 × 1920 (9:16), the whole picture over a blurred ground, for stories and short films on phones</source>
            <translation>H.264，1080 × 1920（9:16），完整画面衬以模糊背景，用于快拍与手机短片</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story-pad.toml" line="9"></location>
            <location filename="../../presets/video/social-story.toml" line="11"></location>
            <source>Meta for Business, Video ads in stories and reels: 9:16, 1080 × 1920, H.264, AAC at 128 kb/s or more; about 14 % (250 px) at the top and 20 % (340 px) at the bottom free of text</source>
            <translation>Meta for Business，快拍与 Reels 视频广告：9:16，1080 × 1920，H.264，AAC 128 kb/s 或更高；顶部约 14 %（250 像素）、底部约 20 %（340 像素）不放文字</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story.toml" line="2"></location>
            <source>social-story</source>
            <translation>社交竖屏</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-story.toml" line="3"></location>
            <source>H.264, 1080 × 1920 (9:16), cut out around faces and what else draws the eye, for stories and short films on phones</source>
            <translation>H.264，1080 × 1920（9:16），对准人脸和引人注目之处逐镜头裁切，用于快拍与手机短片</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-uk.toml" line="2"></location>
            <source>tvc-master-uk</source>
            <translation>英国 TVC 母版</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-uk.toml" line="3"></location>
            <source>ProRes 422 HQ master of a commercial as the UK lays it out: clock of 7 s, black of 3 s, the film, its last picture held for 5 s</source>
            <translation>按英国编排的广告片 ProRes 422 HQ 母版：倒计时 7 秒、黑场 3 秒、正片、末帧定格 5 秒</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-uk.toml" line="9"></location>
            <source>Clearcast help centre, The Library: Timing of A Commercial: seven second clock slate, three second black, the ad, five second freeze frame; picture and sound as prores-422-hq</source>
            <translation>Clearcast 帮助中心《The Library: Timing of A Commercial》：7 秒倒计时信息页、3 秒黑场、广告、5 秒定格；画面与声音同 prores-422-hq</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-uk.toml" line="9"></location>
            <source>EBU R 128 (2023)</source>
            <translation>EBU R 128 (2023)</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-us.toml" line="2"></location>
            <source>tvc-master-us</source>
            <translation>美国 TVC 母版</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-us.toml" line="3"></location>
            <source>ProRes 422 HQ master of a commercial as the US lays it out: slate of 10 s, countdown that goes to black 2 s before the film, with a 2-pop</source>
            <translation>按美国编排的广告片 ProRes 422 HQ 母版：信息页 10 秒，倒计时在正片前 2 秒切黑，带 2-pop 同步音</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-us.toml" line="9"></location>
            <source>ATSC A/85 (2013)</source>
            <translation>ATSC A/85（2013）</translation>
        </message>
        <message>
            <location filename="../../presets/video/tvc-master-us.toml" line="9"></location>
            <source>Aberdeen Broadcast Services, Broadcast Leader Elements (2015): slate of 10 s, universal countdown of 10 s that goes to black with 2 s left; 2-pop of one frame of 1 kHz at -20 dBFS by custom of sound post-production; bars and tone are left out; picture and sound as prores-422-hq</source>
            <translation>Aberdeen Broadcast Services《Broadcast Leader Elements》（2015）：信息页 10 秒，通用倒计时 10 秒并在剩 2 秒时切黑；2-pop 为一帧 1 kHz、-20 dBFS，依声音后期惯例；不含彩条与基准音；画面与声音同 prores-422-hq</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p-fields.toml" line="2"></location>
            <source>web-1080p-fields</source>
            <translation>网络 1080p（逐场）</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p-fields.toml" line="3"></location>
            <source>As web-1080p, with a picture for each field of interlaced films: 25 a second become 50</source>
            <translation>同网络 1080p，隔行影片的每一场变成一帧：每秒 25 帧变成 50 帧</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p-fields.toml" line="9"></location>
            <location filename="../../presets/video/web-1080p.toml" line="9"></location>
            <location filename="../../presets/video/web-720p.toml" line="9"></location>
            <source>YouTube Help, Recommended upload encoding settings: MP4, moov at the front, H.264 High, 4:2:0, closed GOP, AAC-LC at 48 kHz</source>
            <translation>YouTube 帮助，推荐上传编码设置：MP4，moov 前置，H.264 High，4:2:0，闭合 GOP，AAC-LC 48 kHz</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p.toml" line="2"></location>
            <source>web-1080p</source>
            <translation>网络 1080p</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p.toml" line="3"></location>
            <source>H.264 for websites and video platforms, at most 1920 × 1080 (or 1080 × 1920 upright), never enlarged</source>
            <translation>H.264，用于网站与视频平台，最大 1920 × 1080（竖版 1080 × 1920），不放大</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-2160p-hevc.toml" line="2"></location>
            <source>web-2160p-hevc</source>
            <translation>网络 2160p HEVC</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-2160p-hevc.toml" line="3"></location>
            <source>H.265 for websites and players that take it, at most 3840 × 2160 (or 2160 × 3840 upright), never enlarged; HDR stays HDR</source>
            <translation>H.265，用于支持它的网站与播放器，最大 3840 × 2160（竖版 2160 × 3840），不放大；HDR 保持 HDR</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-2160p-hevc.toml" line="8"></location>
            <source>Apple, HLS Authoring Specification for Apple Devices: HEVC Main and Main 10 as hvc1, SDR or HDR, AAC; CRF 22 of x265 looks like 19 of x264</source>
            <translation>Apple 设备 HLS 制作规范：HEVC Main 与 Main 10，标记 hvc1，SDR 或 HDR，AAC；x265 的 CRF 22 观感相当于 x264 的 19</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-720p.toml" line="2"></location>
            <source>web-720p</source>
            <translation>网络 720p</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-720p.toml" line="3"></location>
            <source>H.264 for websites and video platforms, at most 1280 × 720 (or 720 × 1280 upright), never enlarged</source>
            <translation>H.264，用于网站与视频平台，最大 1280 × 720（竖版 720 × 1280），不放大</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-with-subtitles.toml" line="2"></location>
            <source>web-with-subtitles</source>
            <translation>网络 1080p 加字幕文件</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-with-subtitles.toml" line="3"></location>
            <source>H.264 for platforms that show their own subtitles, at most 1920 × 1080, with SubRip, WebVTT and IMSC files and a poster frame beside it</source>
            <translation>H.264，用于自行显示字幕的平台，最大 1920 × 1080，旁附 SubRip、WebVTT、IMSC 字幕文件和封面帧</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-with-subtitles.toml" line="11"></location>
            <source>YouTube Help, Recommended upload encoding settings: MP4, moov at the front, H.264 High, 4:2:0, closed GOP, AAC-LC at 48 kHz; subtitle files by custom of platforms</source>
            <translation>YouTube 帮助，推荐的上传编码设置：MP4、moov 在前、H.264 High、4:2:0、封闭 GOP、AAC-LC 48 kHz；字幕文件按各平台惯例</translation>
        </message>
        <message>
            <location filename="../../presets/words/china-advertising.toml" line="3"></location>
            <source>Superlatives and absolutes that Chinese advertising avoids.</source>
            <translation>中国广告中应避免的最高级与绝对化用语。</translation>
        </message>
        <message>
            <location filename="../../presets/words/china-advertising.toml" line="19"></location>
            <source>Advertising Law of the People's Republic of China, article 9 (3), and trade custom; not checked with a lawyer</source>
            <translation>《中华人民共和国广告法》第九条第（三）项及行业惯例；未经律师核对</translation>
        </message>
        <message>
            <location filename="../../resources/keys/aegisub.toml" line="5"></location>
            <source>The Subtitles page like Aegisub.</source>
            <translation>字幕页同 Aegisub。</translation>
        </message>
        <message>
            <location filename="../../resources/keys/avid.toml" line="5"></location>
            <source>Playing and marking like Avid Media Composer.</source>
            <translation>播放和打点同 Avid Media Composer。</translation>
        </message>
        <message>
            <location filename="../../resources/keys/lobbycard.toml" line="4"></location>
            <source>The keys that each command names itself.</source>
            <translation>各命令自带的快捷键。</translation>
        </message>
        <message>
            <location filename="../../resources/keys/premiere.toml" line="5"></location>
            <source>Playing and marking like Premiere Pro.</source>
            <translation>播放和打点同 Premiere Pro。</translation>
        </message>
        <message>
            <location filename="../../resources/keys/subtitle-edit.toml" line="5"></location>
            <source>The Subtitles page like Subtitle Edit.</source>
            <translation>字幕页同 Subtitle Edit。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/export.py" line="84"></location>
            <source>Planned</source>
            <translation>已排好</translation>
        </message>
        <message>
            <location filename="../../studio/batch/export.py" line="178"></location>
            <source>The chosen stills were not written back. {why}</source>
            <translation>选定的静帧没有写回项目。{why}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/made.py" line="148"></location>
            <source>{out} cannot be written: {strerror}.</source>
            <translation>无法写入 {out}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/made.py" line="153"></location>
            <source>Check its permissions and the room on the disk.</source>
            <translation>请检查它的权限和磁盘空间。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/made.py" line="164"></location>
            <source>Another export</source>
            <translation>另一次导出</translation>
        </message>
        <message>
            <location filename="../../studio/batch/naming.py" line="40"></location>
            <source>outputs: “{pattern}” gives “{path}”, which is not a path inside the output folder.</source>
            <translation>outputs：“{pattern}”得到“{path}”，不在输出文件夹之内。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/naming.py" line="46"></location>
            <source>Use names joined by “/”, such as {market}/{film}/{film}-{preset}.{ext}.</source>
            <translation>请用“/”连接各名称，例如 {market}/{film}/{film}-{preset}.{ext}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/naming.py" line="59"></location>
            <source>outputs: {token} is not known.</source>
            <translation>outputs：不认识 {token}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="99"></location>
            <source>Read {path}</source>
            <translation>已读取 {path}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="100"></location>
            <location filename="../../studio/batch/perform.py" line="235"></location>
            <source>Wrote {path}, {size}</source>
            <translation>已写入 {path}，{size}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="117"></location>
            <location filename="../../studio/batch/reel_making.py" line="84"></location>
            <source>{source} has changed since the export was planned.</source>
            <translation>导出排好之后，{source} 又有改动。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="118"></location>
            <location filename="../../studio/batch/reel_making.py" line="85"></location>
            <source>Export again.</source>
            <translation>请重新导出。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="143"></location>
            <source>The still of the poster “{poster}” has not been chosen.</source>
            <translation>海报“{poster}”还没有选定静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="164"></location>
            <source>Set over the frame at {time}: template {template}, {size} px</source>
            <translation>排在 {time} 的画面上：模板 {template}，{size} 像素</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="176"></location>
            <source>The job for {output} says nothing to make.</source>
            <translation>{output} 的任务没有说明要生成什么。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="206"></location>
            <source>The still of a card of {film} has not been chosen.</source>
            <translation>{film} 的一张卡片还没有选定剧照。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="229"></location>
            <source>Encoded {frames:,} frames in {n} pieces</source>
            <translation>已编码 {frames:,} 帧，共 {n} 段</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="233"></location>
            <source>{kept} of the pieces were there from before</source>
            <translation>其中 {kept} 段沿用先前的结果</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="240"></location>
            <source>{what}: {found}</source>
            <translation>{what}：{found}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/perform.py" line="255"></location>
            <source>{path} cannot be encoded as JPEG.</source>
            <translation>无法把 {path} 编码为 JPEG。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/plan.py" line="84"></location>
            <source>The campaign has no {what} “{name}”.</source>
            <translation>项目里没有{what} “{name}”。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/plan.py" line="120"></location>
            <source>The campaign asks for more than {most:,} outputs.</source>
            <translation>项目要求的成品超过 {most:,} 个。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/plan.py" line="121"></location>
            <source>Divide it into several campaigns.</source>
            <translation>请拆成几个项目。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/plan.py" line="131"></location>
            <source>outputs: two outputs would be called {name}.</source>
            <translation>outputs：有两个成品会同名 {name}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/plan.py" line="132"></location>
            <source>Put {market}, {film}, {poster}, {preset} and {captions} into the pattern, as far as these differ.</source>
            <translation>请把 {market}、{film}、{poster}、{preset} 和 {captions} 中有区别的写进命名规则。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/plan.py" line="326"></location>
            <source>The film has no poster: its poster frame is the one in the middle.</source>
            <translation>影片没有海报：封面帧取影片正中的一帧。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/poster_work.py" line="36"></location>
            <source>The poster “{poster}” has no copy in {language}.</source>
            <translation>海报“{poster}”没有 {language} 文案。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/poster_work.py" line="41"></location>
            <source>Write it, or leave the poster out of this market's deliverables.</source>
            <translation>请写上文案，或把这张海报从该市场的交付中去掉。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/poster_work.py" line="90"></location>
            <location filename="../../ui/poster/wish.py" line="156"></location>
            <source>No copy in {one}: only {primary} is set.</source>
            <translation>没有 {one} 文案：只排了 {primary}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/poster_work.py" line="97"></location>
            <source>The still is chosen when it is exported.</source>
            <translation>静帧将在导出时选定。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/poster_work.py" line="104"></location>
            <location filename="../../ui/poster/wish.py" line="167"></location>
            <source>The still was picked from another version of the film: the frame at the same time is shown.</source>
            <translation>静帧取自影片的另一个版本：现按同一时间的画面显示。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/prepare.py" line="62"></location>
            <source>{file}, line {n}: not shown: {text}</source>
            <translation>{file} 第 {n} 行：未显示：{text}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/prepare.py" line="84"></location>
            <location filename="../../ui/film/errands.py" line="189"></location>
            <location filename="../../ui/films.py" line="172"></location>
            <source>Reading {name}</source>
            <translation>正在读取 {name}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/prepare.py" line="159"></location>
            <source>{name} has no frame that could be a still for “{poster}”.</source>
            <translation>{name} 里没有可以给“{poster}”用的静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/prepare.py" line="164"></location>
            <location filename="../../ui/poster/fixing.py" line="32"></location>
            <source>Give the still as a time.</source>
            <translation>请用时间指定静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="19"></location>
            <source>Never made</source>
            <translation>从未生成</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="20"></location>
            <source>The file was removed outside</source>
            <translation>文件在外部被删除</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="21"></location>
            <source>The file was changed outside</source>
            <translation>文件在外部被改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="22"></location>
            <source>A file that goes with it was changed or removed outside</source>
            <translation>随片的文件在外部被改动或移除</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="23"></location>
            <source>A file that was not made here is in its place</source>
            <translation>原位置上是一个并非由此生成的文件</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="24"></location>
            <source>Made before reasons were kept</source>
            <translation>生成于开始记录原因之前</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="25"></location>
            <source>Made by an older version</source>
            <translation>由较旧的版本生成</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="67"></location>
            <source>Another part of it changed: {part}</source>
            <translation>它的另一部分有改动：{part}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="82"></location>
            <source>{name} is to have no captions now</source>
            <translation>{name} 改为不带字幕</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="83"></location>
            <source>{name} is to have captions now</source>
            <translation>{name} 改为带字幕</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="88"></location>
            <source>The {language} title of {film} changed</source>
            <translation>{film} 的{language}片名有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="93"></location>
            <source>The {language} line of poster {poster} changed</source>
            <translation>海报 {poster} 的{language}文案有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="103"></location>
            <source>The film {film} was replaced</source>
            <translation>影片 {film} 已替换</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="104"></location>
            <source>The film {film} is read in another way</source>
            <translation>影片 {film} 的读取方式变了</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="105"></location>
            <source>The languages shown in market {market} changed</source>
            <translation>市场 {market} 显示的语言有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="108"></location>
            <source>Poster {poster} uses another template</source>
            <translation>海报 {poster} 换了模板</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="109"></location>
            <source>Template {name} was edited</source>
            <translation>模板“{name}”已修改</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="110"></location>
            <source>Format {name} was edited</source>
            <translation>规格“{name}”已修改</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="111"></location>
            <source>Poster {poster} shows another still</source>
            <translation>海报 {poster} 换了静帧</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="112"></location>
            <source>The focus of poster {poster} moved</source>
            <translation>海报 {poster} 的视觉焦点移动了</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="113"></location>
            <source>The legal line of market {market} changed</source>
            <translation>市场 {market} 的法律声明有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="114"></location>
            <source>{name} is asked for in another kind of file</source>
            <translation>{name} 要求的文件种类变了</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="115"></location>
            <source>The colour profile of {name} is another one</source>
            <translation>{name} 的颜色描述文件换了</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="116"></location>
            <source>{name} is asked for in another colour profile</source>
            <translation>{name} 要求用另一个颜色描述文件</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="117"></location>
            <source>Letters of poster {poster} were set by hand</source>
            <translation>海报 {poster} 有字符经过手工调整</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="118"></location>
            <source>The copy of poster {poster} was moved</source>
            <translation>海报 {poster} 的文案移了位置</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="119"></location>
            <source>The credits of {film} changed</source>
            <translation>{film} 的演职员表改了</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="120"></location>
            <source>The honours of {film} changed</source>
            <translation>{film} 的入围与奖项改了</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="121"></location>
            <source>The series of {film} has other posters</source>
            <translation>{film} 系列的海报有增减</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="122"></location>
            <source>The model that finds faces came or went</source>
            <translation>人脸识别模型新增或移除</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="123"></location>
            <source>{name} uses another caption style</source>
            <translation>{name} 换了字幕样式</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="124"></location>
            <source>Caption style {name} was edited</source>
            <translation>字幕样式“{name}”已修改</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="125"></location>
            <source>Video preset {name} was edited</source>
            <translation>视频预设“{name}”已修改</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="126"></location>
            <source>Fonts of this machine changed</source>
            <translation>本机字体有变化</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="127"></location>
            <location filename="../../studio/batch/reasons.py" line="138"></location>
            <source>The brand kit changed</source>
            <translation>品牌套件有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="133"></location>
            <source>Other parts of {film} are shown</source>
            <translation>{film} 改为显示其他剪段</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="134"></location>
            <source>The parts of {film} are joined in another way</source>
            <translation>{film} 各段的衔接方式有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="135"></location>
            <source>The opening card of {film} changed</source>
            <translation>{film} 的片头卡有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="136"></location>
            <source>The end card of {film} changed</source>
            <translation>{film} 的片尾卡有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="137"></location>
            <source>The music of {film} changed</source>
            <translation>{film} 的音乐有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="139"></location>
            <source>The slate of {film} changed</source>
            <translation>{film} 的信息页有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="140"></location>
            <source>The design of a card of {film} was edited</source>
            <translation>{film} 一张卡片的版式有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="150"></location>
            <source>The {language} subtitles of {film} are gone</source>
            <translation>{film} 的 {language} 字幕已移除</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="152"></location>
            <source>The {language} subtitles of {film} are new</source>
            <translation>{film} 新增了 {language} 字幕</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="155"></location>
            <source>The {language} subtitles of {film} changed</source>
            <translation>{film} 的 {language} 字幕有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="163"></location>
            <source>1 cue of {language} was removed</source>
            <translation>{language}删了 1 条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="164"></location>
            <source>{n} cues of {language} were removed</source>
            <translation>{language}删了 {n} 条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="166"></location>
            <source>Every cue of {language} changed</source>
            <translation>{language}字幕每一条都有改动</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="168"></location>
            <source>1 cue of {language} changed ({which})</source>
            <translation>{language}有 1 条字幕改动（{which}）</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reasons.py" line="172"></location>
            <source>{n} cues of {language} changed ({which})</source>
            <translation>{language}有 {n} 条字幕改动（{which}）</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reel_making.py" line="78"></location>
            <source>A file of the reel of {film} is not known here.</source>
            <translation>{film} 成片所用的一个文件在此处未知。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reel_making.py" line="79"></location>
            <location filename="../../studio/poster/brand.py" line="213"></location>
            <source>Plan again.</source>
            <translation>请重新安排。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reel_work.py" line="38"></location>
            <location filename="../../studio/campaign/brand.py" line="159"></location>
            <location filename="../../studio/core/files.py" line="190"></location>
            <location filename="../../studio/media/opening.py" line="88"></location>
            <location filename="../../ui/documents/documents.py" line="161"></location>
            <source>{path} is not there.</source>
            <translation>{path} 不在那里。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reel_work.py" line="105"></location>
            <source>{name} asks for a logo; the campaign has none.</source>
            <translation>{name} 需要标志，但项目中没有。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/reel_work.py" line="133"></location>
            <source>The film “{film}” has no poster “{poster}”.</source>
            <translation>影片“{film}”没有海报“{poster}”。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/report.py" line="95"></location>
            <location filename="../../ui/deliver/bars.py" line="170"></location>
            <location filename="../../ui/deliver/queue.py" line="121"></location>
            <location filename="../../ui/deliver/queue_panel.py" line="190"></location>
            <location filename="../../ui/deliver/words.py" line="69"></location>
            <location filename="../../ui/tree/outline.py" line="98"></location>
            <source>{number:,} output</source>
            <translation>{number:,} 个成品</translation>
        </message>
        <message>
            <location filename="../../studio/batch/report.py" line="95"></location>
            <location filename="../../ui/deliver/bars.py" line="170"></location>
            <location filename="../../ui/deliver/queue.py" line="121"></location>
            <location filename="../../ui/deliver/queue_panel.py" line="190"></location>
            <location filename="../../ui/deliver/words.py" line="69"></location>
            <location filename="../../ui/tree/outline.py" line="98"></location>
            <source>{number:,} outputs</source>
            <translation>{number:,} 个成品</translation>
        </message>
        <message>
            <location filename="../../studio/batch/report.py" line="142"></location>
            <location filename="../../studio/captions/layout.py" line="215"></location>
            <location filename="../../studio/subs/checks/reading.py" line="105"></location>
            <location filename="../../studio/subs/encodings.py" line="139"></location>
            <location filename="../../ui/subs/room.py" line="50"></location>
            <source>{number:,} line</source>
            <translation>{number:,} 行</translation>
        </message>
        <message>
            <location filename="../../studio/batch/report.py" line="142"></location>
            <location filename="../../studio/captions/layout.py" line="215"></location>
            <location filename="../../studio/subs/checks/reading.py" line="105"></location>
            <location filename="../../studio/subs/encodings.py" line="139"></location>
            <location filename="../../ui/subs/room.py" line="50"></location>
            <source>{number:,} lines</source>
            <translation>{number:,} 行</translation>
        </message>
        <message>
            <location filename="../../studio/batch/run.py" line="115"></location>
            <location filename="../../studio/batch/run.py" line="160"></location>
            <location filename="../../ui/deliver/bars.py" line="168"></location>
            <location filename="../../ui/deliver/queue_panel.py" line="153"></location>
            <source>Looking at what is there</source>
            <translation>正在查看已有的成品</translation>
        </message>
        <message>
            <location filename="../../studio/batch/run.py" line="124"></location>
            <location filename="../../ui/campaign/markets.py" line="116"></location>
            <location filename="../../ui/keys/keys_dialog.py" line="123"></location>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../studio/batch/run.py" line="191"></location>
            <location filename="../../studio/batch/workers.py" line="159"></location>
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/run.py" line="247"></location>
            <source>Copied from {path}</source>
            <translation>复制自 {path}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/run.py" line="268"></location>
            <source>{target} cannot be written: {strerror}.</source>
            <translation>无法写入 {target}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/run.py" line="273"></location>
            <source>Check the room on the disk.</source>
            <translation>请检查磁盘空间。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/spoken.py" line="15"></location>
            <source>No subtitles: this film has no subtitle track.</source>
            <translation>没有字幕：这部影片没有字幕轨。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/spoken.py" line="24"></location>
            <source>No captions are asked for here; the film has subtitles in {one}.</source>
            <translation>这里没有要求画面字幕；这部影片有 {one} 字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/spoken.py" line="37"></location>
            <source>No subtitles in {one}: no file goes with it.</source>
            <translation>没有{one}字幕：不附该语言的文件。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/spoken.py" line="53"></location>
            <source>The film “{film}” has no subtitles in {language}.</source>
            <translation>影片《{film}》没有 {language} 字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/spoken.py" line="58"></location>
            <source>Add subtitles in this language, or choose no captions for this market.</source>
            <translation>请添加这种语言的字幕，或为这个市场选择“无字幕”。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/spoken.py" line="62"></location>
            <source>No subtitles in {one}: only {primary} is shown.</source>
            <translation>没有 {one} 字幕：只显示 {primary}。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/workers.py" line="97"></location>
            <source>{text}. {hint}</source>
            <translation>{text}。{hint}</translation>
        </message>
        <message>
            <location filename="../../studio/batch/workers.py" line="250"></location>
            <source>It gave no sign of life for {n} seconds and was ended. Try again; if it happens again, the film may be damaged.</source>
            <translation>{n} 秒没有任何动静，已被终止。请重试；若再次发生，影片可能已损坏。</translation>
        </message>
        <message>
            <location filename="../../studio/batch/workers.py" line="269"></location>
            <source>The process that worked on it ended (code {code}): the film may be damaged, or memory ran out.</source>
            <translation>处理它的进程已结束（代码 {code}）：影片可能已损坏，或内存不足。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="61"></location>
            <source>must have threads from 1 to 64, has {threads}</source>
            <translation>threads 须在 1 到 64 之间，现为 {threads}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="64"></location>
            <source>must have a crf from 0 to 51, has {crf:g}</source>
            <translation>crf 应在 0 到 51 之间，现为 {crf:g}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="67"></location>
            <source>must have keyframe_seconds from 0.1 to 60: {keyframe_seconds}</source>
            <translation>keyframe_seconds 须在 0.1 到 60 之间：{keyframe_seconds}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="99"></location>
            <source>must have covered from 0 to {most:g} per cent</source>
            <translation>covered 须在 0 到 {most:g} 百分比之间</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="105"></location>
            <source>must have an even width and height from {smallest} to {largest}, has {width} × {height}</source>
            <translation>宽高须为 {smallest} 到 {largest} 之间的偶数，现为 {width} × {height}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="115"></location>
            <location filename="../../studio/campaign/reel_entry.py" line="41"></location>
            <location filename="../../studio/reel/cards.py" line="50"></location>
            <source>must have a focus from 0 to 1</source>
            <translation>focus 须在 0 到 1 之间</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="140"></location>
            <source>must have a bit_rate from 32000 to 512000, has {bit_rate}</source>
            <translation>bit_rate 须在 32000 到 512000 之间，现为 {bit_rate}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="186"></location>
            <source>must name at least one container</source>
            <translation>至少要写一种封装格式</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="191"></location>
            <source>must have caption_nits from {least:g} to {most:g}: {nits}</source>
            <translation>caption_nits 应在 {least:g} 到 {most:g} 之间：{nits}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="199"></location>
            <source>cannot put ProRes into mp4</source>
            <translation>ProRes 不能放进 mp4</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="204"></location>
            <source>must have a max_megabytes of 0 or more</source>
            <translation>max_megabytes 应为 0 或更大</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="208"></location>
            <source>cannot keep ProRes to max_megabytes</source>
            <translation>ProRes 无法遵守 max_megabytes</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/preset.py" line="211"></location>
            <source>must encode its sound as AAC (copy = false) to keep to max_megabytes</source>
            <translation>要遵守 max_megabytes，声音须编码为 AAC（copy = false）</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/reel_settings.py" line="71"></location>
            <source>must have {least} seconds of slate, clock or black for its pop, has {given:g}</source>
            <translation>pop 之前的信息页、倒计时与黑场至少要有 {least} 秒，现为 {given:g} 秒</translation>
        </message>
        <message>
            <location filename="../../studio/burn/asked/wanted.py" line="59"></location>
            <source>must have {name} from {least:g} to {most:g}, has {value:g}</source>
            <translation>{name} 应在 {least:g} 到 {most:g} 之间，现为 {value:g}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/assist.py" line="75"></location>
            <source>Helping</source>
            <translation>协助编码</translation>
        </message>
        <message>
            <location filename="../../studio/burn/beside/sidecars.py" line="71"></location>
            <source>{name}: {loss}</source>
            <translation>{name}：{loss}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/burn.py" line="163"></location>
            <source>{out} is the film itself; it would be overwritten.</source>
            <translation>{out} 就是影片本身，会被覆盖。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/burn.py" line="164"></location>
            <source>Write to another name.</source>
            <translation>请换一个名称写入。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/burn.py" line="168"></location>
            <source>{out} is asked for twice.</source>
            <translation>{out} 被要求输出了两次。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/burn.py" line="169"></location>
            <source>Give each file a name of its own.</source>
            <translation>请给每个文件各取一个名字。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/captions/contrast.py" line="189"></location>
            <source>{time}: the captions stand out by {ratio:.1f} to 1 only, {enough:g} is wanted; a style with a plate would help: “{text}”.</source>
            <translation>{time}：字幕与画面的对比只有 {ratio:.1f}:1，应为 {enough:g}；改用带底板的样式会好些：“{text}”。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/captions/contrast.py" line="201"></location>
            <location filename="../../studio/burn/edit/unset.py" line="60"></location>
            <source>{number:,} more caption</source>
            <translation>另有 {number:,} 条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/burn/captions/contrast.py" line="201"></location>
            <location filename="../../studio/burn/edit/unset.py" line="60"></location>
            <source>{number:,} more captions</source>
            <translation>另有 {number:,} 条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/burn/captions/contrast.py" line="202"></location>
            <source>{rest} hardly stand out.</source>
            <translation>{rest}也不够醒目。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="37"></location>
            <source>{pictures} were encoded, but the file holds {frames}.</source>
            <translation>已编码 {pictures}，但文件里是 {frames} 帧。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="39"></location>
            <location filename="../../studio/media/probe.py" line="294"></location>
            <location filename="../../studio/media/probe.py" line="299"></location>
            <location filename="../../studio/media/probe.py" line="303"></location>
            <source>{number:,} picture</source>
            <translation>{number:,} 幅画面</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="39"></location>
            <location filename="../../studio/media/probe.py" line="294"></location>
            <location filename="../../studio/media/probe.py" line="299"></location>
            <location filename="../../studio/media/probe.py" line="303"></location>
            <source>{number:,} pictures</source>
            <translation>{number:,} 幅画面</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="42"></location>
            <source>Try again; if it happens again, report it.</source>
            <translation>请重试；若再次发生，请反馈。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="46"></location>
            <source>The file is {coded} large instead of {size}.</source>
            <translation>文件尺寸是 {coded}，应为 {size}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="56"></location>
            <source>The file has no sound.</source>
            <translation>文件没有声音。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="65"></location>
            <source>The mastering display and light levels of the HDR film are not carried over.</source>
            <translation>HDR 影片的母版显示参数和亮度信息没有带出。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="74"></location>
            <source>{tracks} inside {film} left out.</source>
            <translation>{film} 内封的 {tracks}没有带出。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="76"></location>
            <source>{number:,} subtitle track</source>
            <translation>{number:,} 条字幕轨</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="76"></location>
            <source>{number:,} subtitle tracks</source>
            <translation>{number:,} 条字幕轨</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="81"></location>
            <source>The film is HDR or of a wide gamut; it was brought to SDR (BT.709).</source>
            <translation>影片是 HDR 或广色域，已转为 SDR（BT.709）。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="84"></location>
            <source>The scene by scene metadata ({listed}) of the HDR film are not carried over.</source>
            <translation>HDR 影片逐场景的元数据（{listed}）没有带过来。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="90"></location>
            <source>The film does not say its colour {properties}; the delivery says what was assumed.</source>
            <translation>影片没有标明色彩的{properties}；成品会写明所作的假定。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="96"></location>
            <source>The film has a transparent ground; the delivery has none.</source>
            <translation>影片带透明底，成片没有。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="100"></location>
            <source>The film is {coded} large, the delivery {size}: the format takes no part of a colour sample.</source>
            <translation>影片为 {coded}，成片为 {size}：该格式容不下半个色度采样。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="113"></location>
            <source>The film is interlaced; fields kept.</source>
            <translation>影片是隔行扫描；场保持原样。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="114"></location>
            <source>The film is interlaced; fields made into whole pictures.</source>
            <translation>影片是隔行扫描；已合成为完整画面。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="116"></location>
            <source>The film is interlaced; a whole picture made of each field.</source>
            <translation>影片是隔行扫描；每一场已变成一帧完整画面。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/checking.py" line="119"></location>
            <source>The film does not say which field comes first; the upper one is assumed.</source>
            <translation>影片没有说明哪一场在先，按上场在先处理。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/engine.py" line="111"></location>
            <source>Burning a film needs MoviePy, which is not installed here ({missing}).</source>
            <translation>压制字幕需要 MoviePy，这里没有安装（{missing}）。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/engine.py" line="115"></location>
            <source>Install it: python -m pip install moviepy</source>
            <translation>安装：python -m pip install moviepy</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/plating.py" line="53"></location>
            <source>Looking where captions need a plate</source>
            <translation>正在查看哪些字幕需要底板</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="93"></location>
            <source>A reel of several parts needs a constant rate.</source>
            <translation>由几段组成的片子需要恒定帧率。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="115"></location>
            <source>{number} subtitle tracks were given; a picture takes {most_tracks} at most.</source>
            <translation>给了 {number} 条字幕轨；画面最多容纳 {most_tracks} 条。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="120"></location>
            <source>Burn two languages into one file and the others into another.</source>
            <translation>请把两种语言压进一个文件，其余的压进另一个。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="156"></location>
            <source>Give it a duration: clip.with_duration(5).</source>
            <translation>请给它时长：clip.with_duration(5)。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="156"></location>
            <source>The clip has no end.</source>
            <translation>片段没有结尾。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="178"></location>
            <location filename="../../studio/reel/parts.py" line="274"></location>
            <source>The range from {first} to {stop} is not in the film, which is {duration} long.</source>
            <translation>{first} 到 {stop} 的范围不在影片内，影片长 {duration}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/reel.py" line="184"></location>
            <location filename="../../studio/campaign/reel_entry.py" line="146"></location>
            <location filename="../../studio/reel/parts.py" line="281"></location>
            <source>Write it as 00:00:10-00:00:20.</source>
            <translation>请写成 00:00:10-00:00:20。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/unset.py" line="56"></location>
            <location filename="../../studio/subs/checks/letters.py" line="115"></location>
            <source>No font here has {listed}.</source>
            <translation>这里的字体都没有 {listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/edit/unset.py" line="61"></location>
            <source>{rest} did not fit.</source>
            <translation>{rest}排不下。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="72"></location>
            <source>{out}: the video preset {preset} is not written as “{suffix}”.</source>
            <translation>{out}：视频预设 {preset} 不能写成“{suffix}”。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="78"></location>
            <source>Give the file the ending {known}.</source>
            <translation>请把文件扩展名写成 {known}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="216"></location>
            <source>{parent} cannot take the film: {strerror}.</source>
            <translation>影片无法写入 {parent}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="221"></location>
            <location filename="../../studio/burn/pieces/room.py" line="99"></location>
            <location filename="../../studio/core/errors.py" line="76"></location>
            <location filename="../../studio/poster/exports/write.py" line="75"></location>
            <source>Make room on that disk, or write to another one.</source>
            <translation>请在该磁盘腾出空间，或写到另一块磁盘。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="225"></location>
            <source>The file could not be put together: {error}.</source>
            <translation>文件无法封装：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="226"></location>
            <source>Choose another container or video preset.</source>
            <translation>请另选封装格式或视频预设。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="284"></location>
            <source>The pieces of the film do not fit together.</source>
            <translation>影片的各段接不起来。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="285"></location>
            <source>Empty the cache folder “segments” and try again.</source>
            <translation>请清空缓存文件夹“segments”后重试。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="294"></location>
            <source>The encoder holds back more pictures than players expect.</source>
            <translation>编码器压住的画面超出播放器的预期。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/encode.py" line="345"></location>
            <source>{codec} does not go into this container.</source>
            <translation>{codec} 不能放进这种封装。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/fitting.py" line="93"></location>
            <source>Looking for the quality that fits: CRF {crf:g}</source>
            <translation>正在寻找合适的画质：CRF {crf:g}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/fitting.py" line="170"></location>
            <source>The film does not fit: at the lowest quality that can be shown (CRF {worst:g}) its pictures take more than {room}.</source>
            <translation>影片放不下：即使用还能示人的最低画质（CRF {worst:g}），画面也超过 {room}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/fitting.py" line="176"></location>
            <source>Choose a preset with a smaller picture or a larger limit, or a shorter cut.</source>
            <translation>请选择画面更小或上限更大的预设，或更短的剪辑版。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/fitting.py" line="196"></location>
            <source>{size} are too few for {seconds:.0f} seconds: the sound alone fills them.</source>
            <translation>{size} 容不下 {seconds:.0f} 秒：仅声音就会占满。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/fitting.py" line="201"></location>
            <source>Choose a preset with a larger limit, or a shorter cut.</source>
            <translation>请选择上限更大的预设，或更短的剪辑版。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/picture/form.py" line="231"></location>
            <source>The video preset {preset} asks for the pixel format “{wanted}”.</source>
            <translation>视频预设 {preset} 要求的像素格式是“{wanted}”。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/picture/form.py" line="236"></location>
            <source>Known: keep, {listed}.</source>
            <translation>可用：keep、{listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/picture/shaping.py" line="53"></location>
            <source>A picture ({key}, {key2}×{key3}) cannot be converted: {error}.</source>
            <translation>画面（{key}，{key2}×{key3}）无法转换：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/picture/shaping.py" line="60"></location>
            <location filename="../../studio/media/developing.py" line="141"></location>
            <source>Convert the film to a usual kind, such as H.264 or ProRes.</source>
            <translation>请把影片转成常用格式，如 H.264 或 ProRes。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/encoder.py" line="193"></location>
            <source>{codec} is no picture encoder.</source>
            <translation>{codec} 不是画面编码器。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/encoder.py" line="205"></location>
            <source>The encoder {codec} refused {size}, {pixel_format}: {error}.</source>
            <translation>编码器 {codec} 不接受 {size}、{pixel_format}：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/encoder.py" line="212"></location>
            <source>Choose another video preset.</source>
            <translation>请另选视频预设。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/lanes.py" line="170"></location>
            <source>Segment {number} of {number2}</source>
            <translation>第 {number} 段，共 {number2} 段</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/maker.py" line="323"></location>
            <source>The film has no picture from {start:.3f} s on.</source>
            <translation>影片从 {start:.3f} 秒起没有画面。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/maker.py" line="324"></location>
            <location filename="../../studio/burn/sound/delivered.py" line="146"></location>
            <location filename="../../studio/media/frames.py" line="258"></location>
            <location filename="../../studio/reel/music.py" line="147"></location>
            <location filename="../../studio/shots/analyse.py" line="97"></location>
            <source>The film may be damaged; export it again.</source>
            <translation>影片可能已损坏，请重新导出影片。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/painting.py" line="103"></location>
            <source>MoviePy gave a picture of shape {picture} at {seconds} s.</source>
            <translation>MoviePy 在 {seconds} 秒处给出的画面形状是 {picture}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/pieces/room.py" line="93"></location>
            <source>The disk of {folder} has room for {free}; the film needs about {needed}.</source>
            <translation>{folder} 所在磁盘还剩 {free}，这部影片大约需要 {needed}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="33"></location>
            <source>codec</source>
            <translation>编码</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="34"></location>
            <source>size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="35"></location>
            <source>pixel format</source>
            <translation>像素格式</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="36"></location>
            <source>pixel aspect</source>
            <translation>像素宽高比</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="37"></location>
            <source>rotation</source>
            <translation>旋转</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="38"></location>
            <source>first field</source>
            <translation>首场</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="51"></location>
            <location filename="../../studio/burn/sheet.py" line="41"></location>
            <source>colour {name}</source>
            <translation>色彩 {name}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="51"></location>
            <location filename="../../ui/film/words.py" line="37"></location>
            <source>matrix</source>
            <translation>矩阵</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="54"></location>
            <source>rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="58"></location>
            <source>duration</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="77"></location>
            <source>sound</source>
            <translation>声音</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="77"></location>
            <source>sound {number}</source>
            <translation>声轨 {number}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="85"></location>
            <location filename="../../studio/burn/sheet.py" line="88"></location>
            <source>{value:.1f} LUFS</source>
            <translation>{value:.1f} LUFS</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="86"></location>
            <source>{value:.1f} dBTP</source>
            <translation>{value:.1f} dBTP</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="87"></location>
            <source>{value:.1f} LU</source>
            <translation>{value:.1f} LU</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="92"></location>
            <source>{value:.1f} ± {tolerance:g} LUFS</source>
            <translation>{value:.1f} ± {tolerance:g} LUFS</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="97"></location>
            <source>at most {value:.1f} dBTP</source>
            <translation>不超过 {value:.1f} dBTP</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="101"></location>
            <source>at most {value:.1f} LUFS</source>
            <translation>不超过 {value:.1f} LUFS</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="104"></location>
            <source>{track}: loudness</source>
            <translation>{track}：综合响度</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="105"></location>
            <source>{track}: loudest 3 s</source>
            <translation>{track}：最响的 3 秒</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="106"></location>
            <source>{track}: range</source>
            <translation>{track}：响度范围</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="107"></location>
            <source>{track}: true peak</source>
            <translation>{track}：真峰值</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="116"></location>
            <source>at most {size}</source>
            <translation>不超过 {size}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="117"></location>
            <source>CRF {crf:g}</source>
            <translation>CRF {crf:g}</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="119"></location>
            <location filename="../../studio/burn/sheet.py" line="115"></location>
            <source>file size</source>
            <translation>文件大小</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="120"></location>
            <source>quality</source>
            <translation>画质</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="134"></location>
            <source>subtitle tracks</source>
            <translation>字幕轨</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="137"></location>
            <source>chapters</source>
            <translation>章节</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sheet.py" line="147"></location>
            <source>The file's {what} is {got}; {wanted} was asked for.</source>
            <translation>文件的{what}是 {got}，要求的是 {wanted}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/delivered.py" line="141"></location>
            <location filename="../../studio/reel/music.py" line="142"></location>
            <source>The sound of {film} cannot be read to its end: {error}.</source>
            <translation>{film} 的声音读不到结尾：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/delivered.py" line="345"></location>
            <source>{tracks} of {film} beyond the first left out.</source>
            <translation>{film} 除第一条外的 {tracks}没有带出。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/delivered.py" line="347"></location>
            <source>{number:,} sound track</source>
            <translation>{number:,} 条音轨</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/delivered.py" line="347"></location>
            <source>{number:,} sound tracks</source>
            <translation>{number:,} 条音轨</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/delivered.py" line="357"></location>
            <source>The sound of {film} has {channels} channels; it was mixed down to stereo.</source>
            <translation>{film} 的声音有 {channels} 个声道，已下混为立体声。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/levelling.py" line="198"></location>
            <location filename="../../studio/burn/sound/loudness.py" line="142"></location>
            <source>Measuring the sound</source>
            <translation>正在测量声音</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/levelling.py" line="288"></location>
            <source>The sound is silent; its loudness was left as it is.</source>
            <translation>声轨是静音；响度未作改动。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/levelling.py" line="291"></location>
            <source>The sound stays {held:.1f} LU below {wanted:g} LUFS: its peaks ({peak:.1f} dBTP over {before:.1f} LUFS) would have to be limited by more than {limiting:g} dB.</source>
            <translation>声音仍比 {wanted:g} LUFS 低 {held:.1f} LU：其峰值（响度 {before:.1f} LUFS 时为 {peak:.1f} dBTP）需要限幅超过 {limiting:g} dB。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/levelling.py" line="302"></location>
            <source>The sound was raised by {gain:.1f} dB and its peaks limited to {ceiling:.1f} dBTP.</source>
            <translation>声音提高了 {gain:.1f} dB，峰值限制在 {ceiling:.1f} dBTP。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/loudness.py" line="147"></location>
            <source>The sound of {path} cannot be measured: {error}.</source>
            <translation>无法测量 {path} 的声音：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/burn/sound/loudness.py" line="148"></location>
            <source>Export it again.</source>
            <translation>请重新导出。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="58"></location>
            <source>{path} does not lie in the campaign's folder {folder}.</source>
            <translation>{path} 不在项目文件夹 {folder} 里。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="61"></location>
            <source>Copy it there first, so that the campaign can be moved as one.</source>
            <translation>请先把它复制进去，项目才能整体搬动。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="73"></location>
            <source>{path} is already in the campaign.</source>
            <translation>{path} 已经在项目里。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="98"></location>
            <source>The language of {path} cannot be told.</source>
            <translation>看不出 {path} 是什么语言。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="99"></location>
            <source>Put it into the name, such as film.zh-Hans.srt.</source>
            <translation>请写进文件名，例如 film.zh-Hans.srt。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="103"></location>
            <location filename="../../studio/campaign/adding.py" line="138"></location>
            <source>“{film}” already has a track in {spoken}.</source>
            <translation>“{film}”已有 {spoken} 字幕轨。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="165"></location>
            <source>It cannot be told which film {path} belongs to.</source>
            <translation>看不出 {path} 属于哪部影片。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="166"></location>
            <source>Name it like the film, or drop it on the film's Subtitles page.</source>
            <translation>请按影片的名称命名，或拖到该影片的字幕页。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/adding.py" line="182"></location>
            <source>“{film_id}” already has a track in {language}.</source>
            <translation>“{film_id}”已有 {language} 字幕轨。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/arranging.py" line="194"></location>
            <source>“{name}” cannot be a file name.</source>
            <translation>“{name}”不能作文件名。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/arranging.py" line="195"></location>
            <source>Use letters, figures and hyphens.</source>
            <translation>请用字母、数字和连字符。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/arranging.py" line="199"></location>
            <source>Choose another name.</source>
            <translation>请换一个名称。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/arranging.py" line="199"></location>
            <source>“{name}” is there already.</source>
            <translation>“{name}”已经有了。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/arranging.py" line="277"></location>
            <source>“{film}” has no poster “{poster}”.</source>
            <translation>“{film}”没有海报“{poster}”。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/asking.py" line="177"></location>
            <source>There is already a market “{market}”.</source>
            <translation>已经有市场“{market}”。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/asking.py" line="178"></location>
            <source>Choose another id.</source>
            <translation>请换一个 id。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="81"></location>
            <source>Looking beside {film}</source>
            <translation>正在查看 {film} 旁边的文件</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="117"></location>
            <source>Its language cannot be told.</source>
            <translation>看不出它的语言。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="127"></location>
            <source>There is another in {language}.</source>
            <translation>已有另一条 {language}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="167"></location>
            <source>Choose another folder.</source>
            <translation>请换一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="167"></location>
            <location filename="../../studio/campaign/beginning.py" line="212"></location>
            <location filename="../../studio/campaign/carrying.py" line="154"></location>
            <source>{file} is already there.</source>
            <translation>{file} 已经在那里。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="171"></location>
            <location filename="../../studio/campaign/project_file.py" line="293"></location>
            <source>There is no film to begin with.</source>
            <translation>还没有可以开始的影片。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="213"></location>
            <location filename="../../studio/campaign/carrying.py" line="155"></location>
            <source>Rename one of the two files.</source>
            <translation>请给其中一个文件改名。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="254"></location>
            <location filename="../../studio/campaign/beginning.py" line="171"></location>
            <location filename="../../studio/campaign/project_file.py" line="293"></location>
            <source>Choose at least one film.</source>
            <translation>请至少选一部影片。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="256"></location>
            <source>There is a campaign in this folder already.</source>
            <translation>这个文件夹里已经有一个项目。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="258"></location>
            <source>Give the campaign a name.</source>
            <translation>请给项目起个名称。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="260"></location>
            <source>Choose at least one market.</source>
            <translation>请至少选一个市场。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/beginning.py" line="262"></location>
            <source>“{name}” cannot be a folder's name.</source>
            <translation>“{name}”不能作文件夹名。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/brand.py" line="103"></location>
            <location filename="../../studio/campaign/brand.py" line="116"></location>
            <source>{path}: {problems}.</source>
            <translation>{path}：{problems}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/brand.py" line="104"></location>
            <location filename="../../studio/campaign/file.py" line="53"></location>
            <location filename="../../studio/core/plain.py" line="195"></location>
            <source>Correct the file and try again.</source>
            <translation>请改正文件后重试。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/brand.py" line="139"></location>
            <source>schema is {schema}; this version reads 1</source>
            <translation>schema 是 {schema}，此版本读取 1</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/brand.py" line="143"></location>
            <source>legal.{market}.{language} has {n} letters; {most} is the most</source>
            <translation>legal.{market}.{language} 有 {n} 个字，最多 {most} 个</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="49"></location>
            <source>Copying {file}</source>
            <translation>正在复制 {file}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="53"></location>
            <source>{file} changed while it was copied.</source>
            <translation>复制 {file} 时它有改动。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="54"></location>
            <location filename="../../studio/media/identity.py" line="38"></location>
            <source>Wait until it is written, then try again.</source>
            <translation>请等它写完再试。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="68"></location>
            <source>{file} cannot be read: {reason}.</source>
            <translation>无法读取 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="69"></location>
            <source>Check that it is there, and its permissions.</source>
            <translation>请检查它是否还在，以及它的权限。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="85"></location>
            <location filename="../../studio/campaign/package.py" line="314"></location>
            <source>{file} did not arrive as it was.</source>
            <translation>{file} 复制后与原件不一致。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="86"></location>
            <location filename="../../studio/campaign/package.py" line="315"></location>
            <source>The disk may be failing; try another place.</source>
            <translation>磁盘可能有故障，请换一个位置。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="94"></location>
            <source>{file} cannot be written: {reason}.</source>
            <translation>无法写入 {file}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="95"></location>
            <location filename="../../studio/campaign/journal.py" line="178"></location>
            <location filename="../../studio/campaign/journal.py" line="99"></location>
            <location filename="../../studio/core/lock.py" line="35"></location>
            <source>Check the folder, its permissions and the room on the disk.</source>
            <translation>请检查文件夹、它的权限和磁盘空间。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="106"></location>
            <source>{place} has room for {free}, and {needed} are needed.</source>
            <translation>{place} 剩余 {free}，需要 {needed}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/carrying.py" line="112"></location>
            <source>Choose a place on another disk.</source>
            <translation>请选择另一块磁盘上的位置。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="58"></location>
            <source>Both tracks are in {language}.</source>
            <translation>两条字幕轨都是 {language}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="60"></location>
            <location filename="../../ui/subs/exporting.py" line="118"></location>
            <source>Two tracks need their links.</source>
            <translation>两条字幕轨需要其对应关系。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="110"></location>
            <source>No track is in “{title}”.</source>
            <translation>没有语言为“{title}”的字幕轨。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="113"></location>
            <location filename="../../studio/campaign/deck.py" line="163"></location>
            <source>There is another column in {language}.</source>
            <translation>已有另一列 {language}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="138"></location>
            <location filename="../../studio/campaign/deck.py" line="180"></location>
            <source>The row says no id, so it cannot be told what it is for.</source>
            <translation>这一行没有 id，看不出对应哪里。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="147"></location>
            <source>This row has no cue in {language}.</source>
            <translation>此行没有 {language} 的字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="170"></location>
            <source>The sheet has no row for it; it stays as it is.</source>
            <translation>表格中没有这一条；保持原样。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="180"></location>
            <source>The track has no such cue any more.</source>
            <translation>字幕轨中已没有这一条。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="182"></location>
            <source>Row {row} is for the same cue.</source>
            <translation>第 {row} 行对应同一条字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="186"></location>
            <location filename="../../studio/campaign/deck.py" line="208"></location>
            <source>The text has {n} characters; {most} is the most.</source>
            <translation>文字有 {n} 个字符，最多 {most} 个。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/cue_sheet.py" line="190"></location>
            <location filename="../../studio/campaign/deck.py" line="212"></location>
            <source>The text holds a control character.</source>
            <translation>文字里有控制字符。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck.py" line="160"></location>
            <source>The column “{title}” names no language.</source>
            <translation>列“{title}”不是语言。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck.py" line="174"></location>
            <source>Row {row} is for the same text.</source>
            <translation>第 {row} 行写的是同一条文字。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck.py" line="178"></location>
            <source>The campaign has no such text.</source>
            <translation>项目里没有这条文字。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck.py" line="206"></location>
            <source>This text is in {language} only.</source>
            <translation>这条文字只有 {language}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck.py" line="224"></location>
            <source>The deck has no column for it; it stays as it is.</source>
            <translation>文案表里没有它的列，保持不变。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck.py" line="227"></location>
            <source>The deck has no row for it; it stays as it is.</source>
            <translation>文案表里没有它的行，保持不变。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="32"></location>
            <source>Workbooks (.xlsx) cannot be read or written here: openpyxl is not installed.</source>
            <translation>这里不能读写工作簿（.xlsx）：没有安装 openpyxl。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="33"></location>
            <source>Use .csv, or install lobbycard[xlsx].</source>
            <translation>请用 .csv，或安装 lobbycard[xlsx]。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="61"></location>
            <source>No cell of a workbook can hold “{text}…”.</source>
            <translation>工作簿的单元格放不下“{text}…”。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="62"></location>
            <source>Shorten it, take control characters out, or use .csv.</source>
            <translation>请缩短，去掉控制字符，或用 .csv。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="122"></location>
            <source>{file} is not a workbook that can be read.</source>
            <translation>{file} 不是能读取的工作簿。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="123"></location>
            <source>Save it again from the spreadsheet, or as .csv.</source>
            <translation>请在表格软件里重新存一次，或存成 .csv。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="144"></location>
            <location filename="../../studio/campaign/deck_file.py" line="93"></location>
            <location filename="../../studio/campaign/deck_file.py" line="120"></location>
            <location filename="../../studio/core/files.py" line="200"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="172"></location>
            <location filename="../../studio/subs/reading.py" line="71"></location>
            <location filename="../../studio/subs/reading.py" line="121"></location>
            <location filename="../../studio/subs/reading.py" line="171"></location>
            <location filename="../../studio/subs/reading.py" line="187"></location>
            <location filename="../../studio/subs/reading.py" line="192"></location>
            <source>Is it the right file?</source>
            <translation>文件选对了吗？</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="144"></location>
            <location filename="../../studio/campaign/deck_file.py" line="119"></location>
            <source>{file} is larger than any copy deck.</source>
            <translation>{file} 比任何文案表都大。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="174"></location>
            <source>A formula is not a text.</source>
            <translation>公式不是文字。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="176"></location>
            <source>The cell shows an error.</source>
            <translation>单元格显示错误。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="179"></location>
            <source>The spreadsheet has made a date or a truth value of this text.</source>
            <translation>表格软件把这条文字变成了日期或逻辑值。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_book.py" line="182"></location>
            <source>The cell holds no text.</source>
            <translation>单元格里没有文字。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="59"></location>
            <source>Reading {file}</source>
            <translation>正在读取 {file}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="72"></location>
            <source>{file} is neither .csv nor .xlsx.</source>
            <translation>{file} 既不是 .csv 也不是 .xlsx。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="73"></location>
            <source>Name the copy deck with one of these endings.</source>
            <translation>请给文案表用这两种扩展名之一。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="85"></location>
            <source>{file}: it cannot be told in which encoding it is.</source>
            <translation>{file}：看不出是什么编码。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="86"></location>
            <source>Save it as “CSV UTF-8”, or as .xlsx.</source>
            <translation>请存成“CSV UTF-8”或 .xlsx。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="90"></location>
            <source>It was read as {encoding}.</source>
            <translation>按 {encoding} 读取。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="93"></location>
            <source>{file} is no text.</source>
            <translation>{file} 不是文本。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="100"></location>
            <source>Its cells are separated by {mark}.</source>
            <translation>单元格以 {mark} 分隔。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="125"></location>
            <source>{file} is not valid CSV: {problem}.</source>
            <translation>{file} 不是有效的 CSV：{problem}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="126"></location>
            <source>Save it again from the spreadsheet, or as .xlsx.</source>
            <translation>请在表格软件里重新存一次，或存成 .xlsx。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="145"></location>
            <source>{file} has no column “id” in its first row.</source>
            <translation>{file} 第一行没有“id”列。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/deck_file.py" line="146"></location>
            <source>Take a deck that Lobbycard exported, and leave its first row as it is.</source>
            <translation>请用 Lobbycard 导出的文案表，第一行不要动。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="26"></location>
            <source>The name: “{before}” becomes “{after}”.</source>
            <translation>名称：“{before}”改为“{after}”。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="28"></location>
            <source>The version: {before} becomes {after}.</source>
            <translation>版本：{before} 改为 {after}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="33"></location>
            <source>The film {name} is added.</source>
            <translation>新增影片 {name}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="34"></location>
            <source>The film {name} is taken out.</source>
            <translation>移除影片 {name}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="40"></location>
            <source>Posters that differ: {n:,}.</source>
            <translation>有差别的海报：{n:,} 张。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="43"></location>
            <source>Films whose titles, sources or tracks differ: {n:,}.</source>
            <translation>片名、片源或字幕轨有差别的影片：{n:,} 部。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="45"></location>
            <source>What is asked for (markets, formats) differs.</source>
            <translation>交付要求（市场、规格）有差别。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="61"></location>
            <source>Cues that differ in {film}, {language}: {n:,}.</source>
            <translation>{film} 的 {language} 有差别的字幕：{n:,} 条。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="70"></location>
            <source>The links between {one} and {other} in {film} differ.</source>
            <translation>{film} 中 {one} 与 {other} 的对应关系有所不同。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="84"></location>
            <source>The marks on {film} differ.</source>
            <translation>{film} 上的标记有差别。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/differences.py" line="95"></location>
            <source>States or notes that differ in {film}, {language}: {n:,}.</source>
            <translation>{film} 的{language}中不同的状态或备注：{n:,} 处。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/document.py" line="64"></location>
            <source>must be “auto”, a time, or a picked frame</source>
            <translation>须为“auto”、一个时间，或一帧选定的画面</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/document.py" line="67"></location>
            <source>must be “auto”, a time, or { pts, time_base, sha256 }</source>
            <translation>须为“auto”、一个时间，或 { pts, time_base, sha256 }</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/document.py" line="125"></location>
            <source>must be two numbers from 0 to 1, is {focus}</source>
            <translation>须为两个 0 到 1 的数，现为 {focus}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/document.py" line="226"></location>
            <source>The campaign has no film “{film_id}”.</source>
            <translation>项目里没有影片“{film_id}”。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/file.py" line="43"></location>
            <location filename="../../studio/media/opening.py" line="101"></location>
            <location filename="../../studio/subs/reading.py" line="71"></location>
            <location filename="../../studio/subs/reading.py" line="121"></location>
            <source>{path} is empty.</source>
            <translation>{path} 是空的。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/file.py" line="44"></location>
            <source>Bring back an older copy, or begin anew.</source>
            <translation>请找回较早的副本，或重新开始。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/file.py" line="50"></location>
            <source>and more</source>
            <translation>以及更多</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/file.py" line="52"></location>
            <location filename="../../studio/core/plain.py" line="192"></location>
            <location filename="../../studio/subs/formats/srt.py" line="193"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="213"></location>
            <source>{first}; {rest}</source>
            <translation>{first}；{rest}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/file.py" line="52"></location>
            <source>{path}: {listed}.</source>
            <translation>{path}：{listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="98"></location>
            <source>{place} cannot be made: {reason}.</source>
            <translation>无法建立 {place}：{reason}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="101"></location>
            <source>Another window</source>
            <translation>另一个窗口</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="177"></location>
            <source>{place} cannot be written: {reason}.</source>
            <translation>{place} 无法写入：{reason}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="271"></location>
            <source>{path} names a part that cannot be.</source>
            <translation>{path} 里有一个不可能存在的部分。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="274"></location>
            <source>{path} is damaged.</source>
            <translation>{path} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="301"></location>
            <source>{place} cannot be set aside: {reason}.</source>
            <translation>无法把 {place} 放到一边：{reason}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/journal.py" line="302"></location>
            <source>It stays where it is.</source>
            <translation>它留在原处。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/links.py" line="69"></location>
            <source>{number:,} linked cue</source>
            <translation>{number:,} 条成对字幕</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/links.py" line="69"></location>
            <source>{number:,} linked cues</source>
            <translation>{number:,} 条成对字幕</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/links.py" line="71"></location>
            <source>{file}: {cues} not found in the subtitles any more: {where}.</source>
            <translation>{file}：{cues}在字幕中已找不到：{where}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="36"></location>
            <location filename="../../ui/campaign/markets.py" line="72"></location>
            <source>China</source>
            <translation>中国大陆</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="40"></location>
            <source>Korea</source>
            <translation>韩国</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="41"></location>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="42"></location>
            <source>United Kingdom</source>
            <translation>英国</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="43"></location>
            <source>United States</source>
            <translation>美国</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="44"></location>
            <source>Hong Kong</source>
            <translation>中国香港</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="45"></location>
            <source>Taiwan</source>
            <translation>中国台湾</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="46"></location>
            <source>Singapore</source>
            <translation>新加坡</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="47"></location>
            <source>Australia</source>
            <translation>澳大利亚</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="48"></location>
            <source>Canada</source>
            <translation>加拿大</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="49"></location>
            <source>France</source>
            <translation>法国</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="50"></location>
            <source>Germany</source>
            <translation>德国</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="51"></location>
            <source>Italy</source>
            <translation>意大利</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="52"></location>
            <source>Spain</source>
            <translation>西班牙</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="53"></location>
            <source>Brazil</source>
            <translation>巴西</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="54"></location>
            <source>Netherlands</source>
            <translation>荷兰</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="55"></location>
            <source>Sweden</source>
            <translation>瑞典</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="56"></location>
            <source>Poland</source>
            <translation>波兰</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="57"></location>
            <source>Czechia</source>
            <translation>捷克</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="58"></location>
            <source>Türkiye</source>
            <translation>土耳其</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="59"></location>
            <source>India</source>
            <translation>印度</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="60"></location>
            <source>Thailand</source>
            <translation>泰国</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="61"></location>
            <source>Vietnam</source>
            <translation>越南</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="62"></location>
            <source>Indonesia</source>
            <translation>印度尼西亚</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="63"></location>
            <source>United Arab Emirates</source>
            <translation>阿联酋</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/markets.py" line="64"></location>
            <source>Israel</source>
            <translation>以色列</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="112"></location>
            <source>{file} was brought in as {name}.</source>
            <translation>{file} 已放入，名为 {name}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="151"></location>
            <source>Presets of your own lie in “presets”; put them into Lobbycard's folder there.</source>
            <translation>你自己的预设在“presets”里，请放进 Lobbycard 的同名文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="163"></location>
            <source>Missing: {files}.</source>
            <translation>缺少：{files}。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="164"></location>
            <source>Find them again with “Relink missing files…” first.</source>
            <translation>请先用“重新链接缺失的文件…”找回。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="239"></location>
            <source>{place} is already there.</source>
            <translation>{place} 已经存在。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="240"></location>
            <source>Choose a folder that is empty or not there yet.</source>
            <translation>请选择空的或尚不存在的文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="274"></location>
            <source>Name a file.</source>
            <translation>请给出文件名。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="274"></location>
            <source>{place} is a folder.</source>
            <translation>{place} 是文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/package.py" line="311"></location>
            <source>Checking {file}</source>
            <translation>正在核对 {file}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/packing.py" line="212"></location>
            <location filename="../../studio/campaign/packing.py" line="226"></location>
            <location filename="../../studio/campaign/packing.py" line="187"></location>
            <location filename="../../studio/campaign/packing.py" line="224"></location>
            <location filename="../../studio/campaign/packing.py" line="301"></location>
            <location filename="../../studio/campaign/packing.py" line="318"></location>
            <source>{source} is damaged.</source>
            <translation>{source} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/packing.py" line="215"></location>
            <location filename="../../studio/campaign/packing.py" line="277"></location>
            <source>{source} is of another version of Lobbycard.</source>
            <translation>{source} 属于 Lobbycard 的另一个版本。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/packing.py" line="216"></location>
            <location filename="../../studio/campaign/packing.py" line="278"></location>
            <source>Open it with that version.</source>
            <translation>请用那个版本打开。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="115"></location>
            <source>{file}, line {line}: {one}</source>
            <translation>{file} 第 {line} 行：{one}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="119"></location>
            <source>{file}, line {line}: not a cue: {one}</source>
            <translation>{file} 第 {line} 行：不是字幕：{one}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="145"></location>
            <source>{files} was changed by another program.</source>
            <translation>{files} 被其他程序改动过。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="146"></location>
            <source>Load that version, or save over it; what is replaced is kept.</source>
            <translation>载入那个版本，或覆盖它；被替换的会保留。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="160"></location>
            <source>Saving would lose something: {losses}</source>
            <translation>保存会丢失内容：{losses}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="160"></location>
            <location filename="../../ui/documents/documents.py" line="132"></location>
            <location filename="../../ui/film/new_edit.py" line="133"></location>
            <source>{first} {rest}</source>
            <translation>{first}{rest}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="161"></location>
            <source>Save it in a format that keeps it, or agree to the loss.</source>
            <translation>请存为能保留这些内容的格式，或同意舍去。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="237"></location>
            <source>{file}: {loss}</source>
            <translation>{file}：{loss}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="270"></location>
            <source>the film “{film}”</source>
            <translation>影片“{film}”</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="280"></location>
            <source>{source} ({what}) does not lie in {new}.</source>
            <translation>{source}（{what}）不在 {new} 里。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="281"></location>
            <source>Save the campaign beside its films, or copy the films there first.</source>
            <translation>请把项目存到影片旁边，或先把影片复制过去。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="300"></location>
            <source>These films lie on different disks.</source>
            <translation>这些影片在不同的磁盘上。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/project_file.py" line="301"></location>
            <source>Put them into one folder first.</source>
            <translation>请先把它们放进同一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reediting.py" line="50"></location>
            <source>Still of “{poster}”</source>
            <translation>“{poster}”的静帧</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reediting.py" line="52"></location>
            <source>Star</source>
            <translation>星标</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reediting.py" line="53"></location>
            <source>Rejection</source>
            <translation>否决</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reediting.py" line="54"></location>
            <source>Added cut</source>
            <translation>添加的剪切点</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reediting.py" line="55"></location>
            <source>Removed cut</source>
            <translation>去掉的剪切点</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reel_entry.py" line="36"></location>
            <source>must name either a poster or a picture</source>
            <translation>必须写明一张海报或一个图片文件，二者择一</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reel_entry.py" line="114"></location>
            <source>{at}.{name}: no poster “{one}”</source>
            <translation>{at}.{name}：没有海报“{one}”</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reel_entry.py" line="116"></location>
            <location filename="../../studio/campaign/validity.py" line="56"></location>
            <source>{at} are {number:,}, at most {limit:,} are read</source>
            <translation>{at} 有 {number:,} 个，最多读取 {limit:,} 个</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reel_entry.py" line="124"></location>
            <source>{at}[{number}] must be written as 00:00:10-00:00:20, is “{text}”</source>
            <translation>{at}[{number}] 必须写成 00:00:10-00:00:20，现为“{text}”</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reel_entry.py" line="132"></location>
            <source>{at}.slate has at most {rows} rows of {letters} letters</source>
            <translation>{at}.slate 最多 {rows} 行，每项 {letters} 个字符</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reel_entry.py" line="145"></location>
            <source>“{text}” is not a range.</source>
            <translation>“{text}”不是一段范围。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="74"></location>
            <source>Name a folder to search.</source>
            <translation>请指定要查找的文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="74"></location>
            <source>{place} is no folder.</source>
            <translation>{place} 不是文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="100"></location>
            <source>{place} holds more than {n} files.</source>
            <translation>{place} 里的文件超过 {n} 个。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="101"></location>
            <source>Choose a folder nearer to the films.</source>
            <translation>请选离影片更近的文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="105"></location>
            <source>Looking into {place}</source>
            <translation>正在查看 {place}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="152"></location>
            <source>The same content.</source>
            <translation>内容相同。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="163"></location>
            <source>The same name; what it held was not remembered.</source>
            <translation>名称相同；当初的内容没有记录。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/relink.py" line="165"></location>
            <source>The same name, but other content.</source>
            <translation>名称相同，内容不同。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reviewing.py" line="52"></location>
            <source>{file}: {cues} of {language} that had a state or a note are gone; what was said of them is kept.</source>
            <translation>{file}：{language}中有状态或备注的{cues}已经找不到；相关记录仍然保留。</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reviewing.py" line="56"></location>
            <location filename="../../studio/subs/reading.py" line="184"></location>
            <location filename="../../ui/subs/editing.py" line="159"></location>
            <location filename="../../ui/subs/import_dialog.py" line="178"></location>
            <location filename="../../ui/subs/import_dialog.py" line="194"></location>
            <location filename="../../ui/subs/import_parts.py" line="58"></location>
            <location filename="../../ui/subs/importing.py" line="115"></location>
            <location filename="../../ui/subs/mend_dialog.py" line="133"></location>
            <location filename="../../ui/subs/mending.py" line="134"></location>
            <location filename="../../ui/subs/mending.py" line="141"></location>
            <location filename="../../ui/subs/pairs.py" line="179"></location>
            <location filename="../../ui/subs/pasting.py" line="101"></location>
            <location filename="../../ui/subs/pasting.py" line="79"></location>
            <location filename="../../ui/subs/replacing.py" line="321"></location>
            <location filename="../../ui/subs/replacing.py" line="306"></location>
            <location filename="../../ui/subs/retiming.py" line="147"></location>
            <location filename="../../ui/subs/reviewing.py" line="157"></location>
            <location filename="../../ui/tree/outline.py" line="88"></location>
            <source>{number:,} cue</source>
            <translation>{number:,} 条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/reviewing.py" line="56"></location>
            <location filename="../../studio/subs/reading.py" line="184"></location>
            <location filename="../../ui/subs/editing.py" line="159"></location>
            <location filename="../../ui/subs/import_dialog.py" line="178"></location>
            <location filename="../../ui/subs/import_dialog.py" line="194"></location>
            <location filename="../../ui/subs/import_parts.py" line="58"></location>
            <location filename="../../ui/subs/importing.py" line="115"></location>
            <location filename="../../ui/subs/mend_dialog.py" line="133"></location>
            <location filename="../../ui/subs/mending.py" line="134"></location>
            <location filename="../../ui/subs/mending.py" line="141"></location>
            <location filename="../../ui/subs/pairs.py" line="179"></location>
            <location filename="../../ui/subs/pasting.py" line="101"></location>
            <location filename="../../ui/subs/pasting.py" line="79"></location>
            <location filename="../../ui/subs/replacing.py" line="321"></location>
            <location filename="../../ui/subs/replacing.py" line="306"></location>
            <location filename="../../ui/subs/retiming.py" line="147"></location>
            <location filename="../../ui/subs/reviewing.py" line="157"></location>
            <location filename="../../ui/tree/outline.py" line="88"></location>
            <source>{number:,} cues</source>
            <translation>{number:,} 条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="66"></location>
            <source>schema is {schema}; this version reads {known}</source>
            <translation>schema 是 {schema}，此版本读取 {known}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="80"></location>
            <source>{at} must name one or two languages</source>
            <translation>{at} 须写一种或两种语言</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="82"></location>
            <source>{at} names {language} twice</source>
            <translation>{at} 里 {language} 写了两次</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="92"></location>
            <source>{at}[{number}].id “{one}” cannot be a file name</source>
            <translation>{at}[{number}].id “{one}”不能作文件名</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="98"></location>
            <source>{at}[{number}].id “{one}” is there twice</source>
            <translation>{at}[{number}].id “{one}”出现了两次</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="105"></location>
            <source>{at}: “{language}” is not a language (write en, zh-Hans, ja, ko …)</source>
            <translation>{at}：“{language}”不是语言（请写 en、zh-Hans、ja、ko …）</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="125"></location>
            <source>{at}.tracks: {language} is there twice</source>
            <translation>{at}.tracks：{language} 出现了两次</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="140"></location>
            <source>{at}: {name} must be one of {listed}</source>
            <translation>{at}：{name} 必须是以下之一：{listed}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="147"></location>
            <source>{at}.{name} must be two numbers from 0 to 1, is {shares}</source>
            <translation>{at}.{name} 必须是 0 到 1 之间的两个数，现在是 {shares}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="161"></location>
            <location filename="../../studio/core/plain.py" line="241"></location>
            <source>{reason:bare}</source>
            <translation>{reason:bare}</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="167"></location>
            <source>{at}.kind belongs to a format, not to a video</source>
            <translation>{at}.kind 属于规格，不属于影片成品</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="169"></location>
            <source>{at}.icc belongs to a format, not to a video</source>
            <translation>{at}.icc 属于规格，不属于视频</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="171"></location>
            <source>{at}.kind: there is no “{one}” ({hint:bare})</source>
            <translation>{at}.kind：没有“{one}”（{hint:bare}）</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="181"></location>
            <source>{at} must name either a format or a video</source>
            <translation>{at} 须写 format 或 video 其中之一</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="183"></location>
            <source>{at}.captions belongs to a video, not to a format</source>
            <translation>{at}.captions 属于 video，不属于 format</translation>
        </message>
        <message>
            <location filename="../../studio/campaign/validity.py" line="196"></location>
            <source>{at}.{field}: there is no “{one}” ({hint:bare})</source>
            <translation>{at}.{field}：没有“{one}”（{hint:bare}）</translation>
        </message>
        <message>
            <location filename="../../studio/captions/layout.py" line="106"></location>
            <source>The captions fill the frame and were set at {shrunk:.0%}.</source>
            <translation>字幕占满了画面，已缩至 {shrunk:.0%}。</translation>
        </message>
        <message>
            <location filename="../../studio/captions/layout.py" line="153"></location>
            <source>{language}: only {longest} of its characters are shown.</source>
            <translation>{language}：只显示其中 {longest} 个字符。</translation>
        </message>
        <message>
            <location filename="../../studio/captions/layout.py" line="216"></location>
            <source>{language}: needs {need}, the style allows {lines}.</source>
            <translation>{language}：需要 {need}，样式允许 {lines} 行。</translation>
        </message>
        <message>
            <location filename="../../studio/captions/layout.py" line="226"></location>
            <source>{language}: does not fit the frame's width and was set at {factor:.0%}.</source>
            <translation>{language}：超出画面宽度，已缩至 {factor:.0%}。</translation>
        </message>
        <message>
            <location filename="../../studio/captions/style.py" line="103"></location>
            <source>scripts: “{name}” is none of {listed}</source>
            <translation>scripts：“{name}”不在 {listed} 之中</translation>
        </message>
        <message>
            <location filename="../../studio/captions/style.py" line="111"></location>
            <source>fill and second_fill must be opaque</source>
            <translation>fill 和 second_fill 须不透明</translation>
        </message>
        <message>
            <location filename="../../studio/conform/conform.py" line="164"></location>
            <location filename="../../studio/conform/path.py" line="54"></location>
            <source>Comparing the edits</source>
            <translation>正在比较两个剪辑</translation>
        </message>
        <message>
            <location filename="../../studio/conform/conform.py" line="177"></location>
            <source>Pictures were not compared: {reason:bare}.</source>
            <translation>未比较画面：{reason:bare}。</translation>
        </message>
        <message>
            <location filename="../../studio/conform/conform.py" line="227"></location>
            <source>Sound was not compared: {reason:bare}.</source>
            <translation>未比较声音：{reason:bare}。</translation>
        </message>
        <message>
            <location filename="../../studio/conform/runs.py" line="60"></location>
            <source>Comparing pictures</source>
            <translation>正在比较画面</translation>
        </message>
        <message>
            <location filename="../../studio/conform/seeing.py" line="128"></location>
            <source>Looking at the picture within its bars</source>
            <translation>正在查看黑边之内的画面</translation>
        </message>
        <message>
            <location filename="../../studio/conform/stills.py" line="46"></location>
            <source>Looking at the stills</source>
            <translation>正在查看静帧</translation>
        </message>
        <message>
            <location filename="../../studio/core/children.py" line="293"></location>
            <source>Reading was given up after {seconds:.0f} seconds without a sign of life.</source>
            <translation>{seconds:.0f} 秒没有动静，已放弃读取。</translation>
        </message>
        <message>
            <location filename="../../studio/core/children.py" line="297"></location>
            <source>The file may be damaged.</source>
            <translation>文件可能已损坏。</translation>
        </message>
        <message>
            <location filename="../../studio/core/children.py" line="335"></location>
            <source>The process that read the file was ended by {name}.</source>
            <translation>读取文件的进程被 {name} 终止。</translation>
        </message>
        <message>
            <location filename="../../studio/core/children.py" line="337"></location>
            <source>The process that read the file ended with code {code}.</source>
            <translation>读取文件的进程以代码 {code} 结束。</translation>
        </message>
        <message>
            <location filename="../../studio/core/children.py" line="338"></location>
            <source>The file may be damaged, or memory ran out.</source>
            <translation>文件可能已损坏，或内存不足。</translation>
        </message>
        <message>
            <location filename="../../studio/core/colour.py" line="30"></location>
            <source>“{text}” is not a colour.</source>
            <translation>“{text}”不是颜色。</translation>
        </message>
        <message>
            <location filename="../../studio/core/colour.py" line="31"></location>
            <source>Write it as #rrggbb or #rrggbbaa.</source>
            <translation>请写成 #rrggbb 或 #rrggbbaa。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="40"></location>
            <location filename="../../ui/campaign/working.py" line="73"></location>
            <location filename="../../ui/deliver/looking.py" line="94"></location>
            <location filename="../../ui/film/page.py" line="209"></location>
            <location filename="../../ui/poster/choosing.py" line="111"></location>
            <location filename="../../ui/reel/cuts.py" line="81"></location>
            <location filename="../../ui/shell/bar.py" line="54"></location>
            <source>{message} {hint}</source>
            <translation>{message}{hint}</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="77"></location>
            <location filename="../../studio/core/errors.py" line="78"></location>
            <source>Check who owns it and its permissions, or choose another place.</source>
            <translation>请检查所有者和权限，或换一个位置。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="79"></location>
            <source>The disk is read-only; choose another place.</source>
            <translation>磁盘是只读的，请换一个位置。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="80"></location>
            <location filename="../../studio/core/files.py" line="190"></location>
            <location filename="../../studio/core/files.py" line="236"></location>
            <location filename="../../studio/media/identity.py" line="67"></location>
            <location filename="../../studio/media/opening.py" line="90"></location>
            <location filename="../../ui/documents/documents.py" line="161"></location>
            <source>Check the path.</source>
            <translation>请检查路径。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="81"></location>
            <source>Name a file, not a folder.</source>
            <translation>请给出文件，而不是文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="82"></location>
            <source>Name a folder, not a file.</source>
            <translation>请给出文件夹，而不是文件。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="83"></location>
            <source>Use a shorter name.</source>
            <translation>请用更短的名称。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="94"></location>
            <source>No space left on device</source>
            <translation>设备上没有剩余空间</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="95"></location>
            <source>Permission denied</source>
            <translation>权限不够</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="96"></location>
            <source>Operation not permitted</source>
            <translation>不允许的操作</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="97"></location>
            <source>Read-only file system</source>
            <translation>只读文件系统</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="98"></location>
            <source>No such file or directory</source>
            <translation>没有该文件或文件夹</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="99"></location>
            <source>Is a directory</source>
            <translation>是文件夹</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="100"></location>
            <source>Not a directory</source>
            <translation>不是文件夹</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="101"></location>
            <source>File exists</source>
            <translation>文件已存在</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="102"></location>
            <source>File name too long</source>
            <translation>文件名过长</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="103"></location>
            <source>Input/output error</source>
            <translation>输入输出错误</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="104"></location>
            <source>Too many open files</source>
            <translation>打开的文件过多</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="105"></location>
            <source>Device or resource busy</source>
            <translation>设备或资源正忙</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="106"></location>
            <source>Disk quota exceeded</source>
            <translation>超出磁盘配额</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="107"></location>
            <source>Invalid argument</source>
            <translation>无效参数</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="108"></location>
            <source>Directory not empty</source>
            <translation>文件夹不为空</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="120"></location>
            <location filename="../../studio/core/errors.py" line="131"></location>
            <location filename="../../ui/safety/recovery.py" line="115"></location>
            <source>Cannot do that</source>
            <translation>做不到</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="123"></location>
            <source>Out of memory</source>
            <translation>内存不足</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="124"></location>
            <source>There is not enough memory for this.</source>
            <translation>内存不够，无法完成。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="125"></location>
            <source>Close other programs, or use a smaller size.</source>
            <translation>请关闭其他程序，或用较小的尺寸。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="130"></location>
            <source>{file}: {reason}</source>
            <translation>{file}：{reason}</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="134"></location>
            <location filename="../../ui/safety/crash_dialog.py" line="32"></location>
            <source>Something unexpected happened</source>
            <translation>发生了意外</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="135"></location>
            <source>{name}: {error}</source>
            <translation>{name}：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/errors.py" line="136"></location>
            <source>This is a fault in Lobbycard. Please report it with the details.</source>
            <translation>这是 Lobbycard 的故障，请附上详情反馈。</translation>
        </message>
        <message>
            <location filename="../../studio/core/exact.py" line="24"></location>
            <source>“{text}” is not a number.</source>
            <translation>“{text}”不是数字。</translation>
        </message>
        <message>
            <location filename="../../studio/core/exact.py" line="25"></location>
            <source>Write it as 25, 23.976 or 24000/1001.</source>
            <translation>请写成 25、23.976 或 24000/1001。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="89"></location>
            <source>{path} cannot be written: {strerror}.</source>
            <translation>无法写入 {path}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="90"></location>
            <source>Check the folder, its permissions and the room on the disk, or choose another place.</source>
            <translation>请检查文件夹、它的权限和磁盘空间，或换一个位置。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="137"></location>
            <source>{path} cannot be written: character {start} is half of one.</source>
            <translation>无法写入 {path}：第 {start} 个字符只有一半。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="142"></location>
            <source>Delete that character.</source>
            <translation>请删掉该字符。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="187"></location>
            <source>Name a file in it.</source>
            <translation>请选其中的文件。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="187"></location>
            <source>{path} is a folder.</source>
            <translation>{path} 是文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="194"></location>
            <source>{path} has {size}; the limit for such a file is {limit}.</source>
            <translation>{path} 有 {size}；这类文件的上限是 {limit}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="205"></location>
            <location filename="../../studio/core/files.py" line="235"></location>
            <source>{path} cannot be read: {strerror}.</source>
            <translation>无法读取 {path}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="206"></location>
            <location filename="../../studio/media/opening.py" line="104"></location>
            <source>Check its permissions.</source>
            <translation>请检查它的权限。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="216"></location>
            <source>{path} is not UTF-8 (byte {start}).</source>
            <translation>{path} 不是 UTF-8（第 {start} 字节）。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="217"></location>
            <source>Save it as UTF-8.</source>
            <translation>请存成 UTF-8。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="231"></location>
            <source>Reading {path}</source>
            <translation>正在读取 {path}</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="252"></location>
            <source>{field}: “{relative}” is not a path inside {folder}.</source>
            <translation>{field}：“{relative}”不是 {folder} 内的路径。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="258"></location>
            <source>Write a path relative to the campaign's folder.</source>
            <translation>请写相对于项目文件夹的路径。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="265"></location>
            <source>{field}: “{relative}” is not a path that can be followed.</source>
            <translation>{field}：“{relative}”不是可用的路径。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="270"></location>
            <source>Correct the path.</source>
            <translation>请改正路径。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="274"></location>
            <source>{field}: “{relative}” leaves the folder {folder}.</source>
            <translation>{field}：“{relative}”超出了文件夹 {folder}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/files.py" line="280"></location>
            <source>Put the file inside the campaign's folder.</source>
            <translation>请把文件放进项目文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/core/limits.py" line="12"></location>
            <source>{name} must be {least} to {most}, is {value}</source>
            <translation>{name} 须在 {least} 到 {most} 之间，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/lock.py" line="30"></location>
            <source>{parent} cannot be written: {strerror}.</source>
            <translation>无法写入 {parent}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/lock.py" line="57"></location>
            <source>{who} is at work in {parent}.</source>
            <translation>{who}正在使用 {parent}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/lock.py" line="58"></location>
            <source>Wait until it has ended.</source>
            <translation>请等它结束。</translation>
        </message>
        <message>
            <location filename="../../studio/core/places.py" line="27"></location>
            <source>The folder “{folder}” of Lobbycard is not installed.</source>
            <translation>Lobbycard 的文件夹“{folder}”没有安装。</translation>
        </message>
        <message>
            <location filename="../../studio/core/places.py" line="28"></location>
            <location filename="../../studio/typeset/fonts.py" line="196"></location>
            <location filename="../../ui/widgets/language.py" line="126"></location>
            <source>Install Lobbycard again.</source>
            <translation>请重新安装 Lobbycard。</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="67"></location>
            <source>must be text, is {value}</source>
            <translation>须为文字，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="73"></location>
            <source>must be true or false, is {value}</source>
            <translation>须为 true 或 false，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="79"></location>
            <source>must be a whole number, is {value}</source>
            <translation>须为整数，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="85"></location>
            <source>must be a number, is {value}</source>
            <translation>须为数字，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="87"></location>
            <source>must be a finite number</source>
            <translation>须为有限的数</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="93"></location>
            <location filename="../../studio/core/plain.py" line="98"></location>
            <source>must be a number or a fraction, is {value}</source>
            <translation>须为数字或分数，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="104"></location>
            <source>must be a frame rate, is {value}</source>
            <translation>须为帧率，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="130"></location>
            <source>must be a list, is {value}</source>
            <translation>须为列表，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="135"></location>
            <source>must have {wanted} items, has {given}</source>
            <translation>须有 {wanted} 项，现有 {given} 项</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="143"></location>
            <location filename="../../studio/core/plain.py" line="170"></location>
            <source>must be a table, is {value}</source>
            <translation>须为表，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="191"></location>
            <source>and {number} more</source>
            <translation>以及另外 {number} 处</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="194"></location>
            <source>{source}: {listed}.</source>
            <translation>{source}：{listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="220"></location>
            <source>{key} is not a known key ({hint:bare})</source>
            <translation>{key} 不是已知的键（{hint:bare}）</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="227"></location>
            <source>the file</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="229"></location>
            <source>{where} is missing</source>
            <translation>缺少 {where}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="230"></location>
            <source>{where} {problem}</source>
            <translation>{where} {problem}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="243"></location>
            <source>must be one of {names}</source>
            <translation>须为 {names} 之一</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="246"></location>
            <source>is wrong: {reason:bare} ({hint:bare})</source>
            <translation>有误：{reason:bare}（{hint:bare}）</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="247"></location>
            <source>is wrong: {reason:bare}</source>
            <translation>有误：{reason:bare}</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="266"></location>
            <source>{source} is not valid TOML: {error}.</source>
            <translation>{source} 不是有效的 TOML：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="267"></location>
            <location filename="../../studio/core/plain.py" line="285"></location>
            <source>Correct that line.</source>
            <translation>请改正该行。</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="279"></location>
            <source>{source}, line {number}: a key of more than {parts} parts.</source>
            <translation>{source} 第 {number} 行：键超过 {parts} 段。</translation>
        </message>
        <message>
            <location filename="../../studio/core/plain.py" line="300"></location>
            <source>{path} is not valid JSON: {error}.</source>
            <translation>{path} 不是有效的 JSON：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/provenance.py" line="32"></location>
            <source>date “{date}” is not a day.</source>
            <translation>日期“{date}”不存在。</translation>
        </message>
        <message>
            <location filename="../../studio/core/provenance.py" line="33"></location>
            <source>Write it as 2026-11-22.</source>
            <translation>请写成 2026-11-22。</translation>
        </message>
        <message>
            <location filename="../../studio/core/provenance.py" line="39"></location>
            <location filename="../../ui/poster/bar.py" line="58"></location>
            <source>unverified</source>
            <translation>未核实</translation>
        </message>
        <message>
            <location filename="../../studio/core/provenance.py" line="45"></location>
            <source>{source} ({date})</source>
            <translation>{source}（{date}）</translation>
        </message>
        <message>
            <location filename="../../studio/core/provenance.py" line="46"></location>
            <source>{source} ({date}, unverified)</source>
            <translation>{source}（{date}，未核实）</translation>
        </message>
        <message>
            <location filename="../../studio/core/registry.py" line="38"></location>
            <source>There is no {kind} called “{name}”.</source>
            <translation>没有名为“{name}”的{kind}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/said.py" line="67"></location>
            <source>{first}, {rest}</source>
            <translation>{first}、{rest}</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="37"></location>
            <source>A frame rate of {value} is out of bounds (above 0, at most 1000).</source>
            <translation>帧率 {value} 超出范围（大于 0，最多 1000）。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="50"></location>
            <source>“{text}” is not a frame rate.</source>
            <translation>“{text}”不是帧率。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="114"></location>
            <source>Drop-frame timecode is not defined at {rate} frames a second.</source>
            <translation>每秒 {rate} 帧没有丢帧时间码。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="150"></location>
            <source>Write it as 00:00:41:05.</source>
            <translation>请写成 00:00:41:05。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="150"></location>
            <source>“{text}” is not a timecode.</source>
            <translation>“{text}”不是时间码。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="158"></location>
            <source>“{text}” counts drop-frame, but the film runs at {rate}.</source>
            <translation>“{text}”按丢帧计数，但影片是 {rate}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="159"></location>
            <source>Use “:” before the frames.</source>
            <translation>帧数前请用“:”。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="163"></location>
            <source>“{text}” is out of bounds: minutes and seconds go to 59, frames to {nominal}.</source>
            <translation>“{text}”超出范围：分和秒到 59，帧到 {nominal}。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="175"></location>
            <source>“{text}” does not exist in drop-frame timecode.</source>
            <translation>丢帧时间码里没有“{text}”。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="176"></location>
            <source>Use frame {skipped:02} or later.</source>
            <translation>请用第 {skipped:02} 帧或之后的帧。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="195"></location>
            <source>“{text}” counts frames, but there is no film to count them in.</source>
            <translation>“{text}”按帧计数，但没有可以参照的影片。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="201"></location>
            <location filename="../../ui/player/times.py" line="65"></location>
            <source>“{text}” is not a time.</source>
            <translation>“{text}”不是时间。</translation>
        </message>
        <message>
            <location filename="../../studio/core/time.py" line="202"></location>
            <source>Write 00:00:41.208, 00:00:41:05 (frames), 41.2 or 989f.</source>
            <translation>请写 00:00:41.208、00:00:41:05（帧）、41.2 或 989f。</translation>
        </message>
        <message>
            <location filename="../../studio/core/words.py" line="17"></location>
            <source>Did you mean “{name}”?</source>
            <translation>是不是“{name}”？</translation>
        </message>
        <message>
            <location filename="../../studio/core/words.py" line="19"></location>
            <source>There are none.</source>
            <translation>一个也没有。</translation>
        </message>
        <message>
            <location filename="../../studio/core/words.py" line="21"></location>
            <source>Known: {names}.</source>
            <translation>可用：{names}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/active.py" line="116"></location>
            <location filename="../../ui/film/reading_as.py" line="145"></location>
            <source>Looking for bars</source>
            <translation>正在查找黑边</translation>
        </message>
        <message>
            <location filename="../../studio/media/colour.py" line="113"></location>
            <source>The {what} number {number} is not known here; {fallback} is used.</source>
            <translation>不认识{what}编号 {number}，改用 {fallback}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/developing.py" line="136"></location>
            <source>A picture of the kind {format} cannot be shown: {error}.</source>
            <translation>{format} 类型的画面无法显示：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/frames.py" line="185"></location>
            <source>{film} has no picture with the PTS {pts}.</source>
            <translation>{film} 没有 PTS 为 {pts} 的画面。</translation>
        </message>
        <message>
            <location filename="../../studio/media/frames.py" line="186"></location>
            <source>Pick the still again; the film may be another cut.</source>
            <translation>请重新选静帧；影片可能是另一个剪辑版。</translation>
        </message>
        <message>
            <location filename="../../studio/media/frames.py" line="257"></location>
            <location filename="../../studio/shots/analyse.py" line="96"></location>
            <source>{film} holds no picture that can be decoded.</source>
            <translation>{film} 没有能解码的画面。</translation>
        </message>
        <message>
            <location filename="../../studio/media/frames.py" line="374"></location>
            <location filename="../../studio/media/identity.py" line="58"></location>
            <location filename="../../studio/media/sound_line.py" line="49"></location>
            <location filename="../../studio/shots/onepass.py" line="85"></location>
            <source>Open the film again.</source>
            <translation>请重新打开影片。</translation>
        </message>
        <message>
            <location filename="../../studio/media/frames.py" line="374"></location>
            <location filename="../../studio/media/sound_line.py" line="49"></location>
            <location filename="../../studio/shots/onepass.py" line="85"></location>
            <source>{film} has changed.</source>
            <translation>{film} 有改动。</translation>
        </message>
        <message>
            <location filename="../../studio/media/grab.py" line="41"></location>
            <source>{path}: a frame is not written as “{suffix}”.</source>
            <translation>{path}：画面不能写成“{suffix}”。</translation>
        </message>
        <message>
            <location filename="../../studio/media/grab.py" line="46"></location>
            <source>Name it {listed}.</source>
            <translation>请命名为 {listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/grab.py" line="50"></location>
            <source>Name it .png or .tif.</source>
            <translation>请用 .png 或 .tif 作为扩展名。</translation>
        </message>
        <message>
            <location filename="../../studio/media/grab.py" line="50"></location>
            <source>{path}: JPEG has no 16 bits.</source>
            <translation>{path}：JPEG 没有 16 位。</translation>
        </message>
        <message>
            <location filename="../../studio/media/grab.py" line="54"></location>
            <source>{seconds} is outside {film}.</source>
            <translation>{seconds} 超出 {film} 的范围。</translation>
        </message>
        <message>
            <location filename="../../studio/media/grab.py" line="55"></location>
            <source>The film runs from {value} to {duration}.</source>
            <translation>影片从 {value} 到 {duration}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/identity.py" line="37"></location>
            <source>{path} changed while it was read.</source>
            <translation>读取 {path} 时它有改动。</translation>
        </message>
        <message>
            <location filename="../../studio/media/identity.py" line="57"></location>
            <source>{film} has changed since it was opened.</source>
            <translation>{film} 打开之后有改动。</translation>
        </message>
        <message>
            <location filename="../../studio/media/identity.py" line="67"></location>
            <source>{path} cannot be read any more.</source>
            <translation>{path} 已无法读取。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="89"></location>
            <source>{path} cannot be read: {error}.</source>
            <translation>无法读取 {path}：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="93"></location>
            <source>Name a film file in it.</source>
            <translation>请选其中的影片文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="93"></location>
            <source>{path} is a folder, not a film.</source>
            <translation>{path} 是文件夹，不是影片。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="97"></location>
            <source>{path} is not a regular file.</source>
            <translation>{path} 不是普通文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="98"></location>
            <source>Name a film file on a disk.</source>
            <translation>请选磁盘上的影片文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="101"></location>
            <source>Copy or export it again.</source>
            <translation>请重新复制或导出。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="104"></location>
            <source>{path} may not be read.</source>
            <translation>没有读取 {path} 的权限。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="113"></location>
            <source>Rename the file.</source>
            <translation>请给文件改名。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="113"></location>
            <source>The name {shown} is not UTF-8.</source>
            <translation>名称 {shown} 不是 UTF-8。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="128"></location>
            <source>{path} cannot be read: {trouble}.</source>
            <translation>无法读取 {path}：{trouble}。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="133"></location>
            <source>{path} is a Git LFS pointer, not the film itself.</source>
            <translation>{path} 是 Git LFS 指针，不是影片本身。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="134"></location>
            <source>Fetch it: git lfs pull.</source>
            <translation>请取回：git lfs pull。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="138"></location>
            <source>{path} is a text file, not a film.</source>
            <translation>{path} 是文本文件，不是影片。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="139"></location>
            <source>Playlists and web pages are not read; name the film file itself.</source>
            <translation>不读播放列表和网页，请直接选影片文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="143"></location>
            <source>{path} was not read within {seconds:.0f} seconds.</source>
            <translation>{path} 在 {seconds:.0f} 秒内没有读完。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="144"></location>
            <location filename="../../studio/media/opening.py" line="129"></location>
            <source>Try again.</source>
            <translation>请重试。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="150"></location>
            <source>{path} is damaged or not complete: its index cannot be read.</source>
            <translation>{path} 已损坏或不完整：读不出索引。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="151"></location>
            <source>Copy or export it again; a broken-off copy looks like this.</source>
            <translation>请重新复制或导出；没复制完的文件就是这样。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="154"></location>
            <source>{path} is not a film of a known kind.</source>
            <translation>{path} 不是认识的影片格式。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="155"></location>
            <location filename="../../studio/media/opening.py" line="178"></location>
            <source>Use MP4, MOV, MKV, WebM, MXF, AVI or MPEG files.</source>
            <translation>请用 MP4、MOV、MKV、WebM、MXF、AVI 或 MPEG 文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="173"></location>
            <source>{path} is of the kind “{format}”, which is not read.</source>
            <translation>{path} 的格式是“{format}”，不支持读取。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="182"></location>
            <source>{path} has {number} streams; the limit is {max_streams}.</source>
            <translation>{path} 有 {number} 条流，上限是 {max_streams} 条。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="188"></location>
            <source>Write the tracks that are needed to a new file.</source>
            <translation>请把需要的轨写成新文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="194"></location>
            <source>{path} is {width}×{height} pixels large; the limit is {max_pixels:,} pixels.</source>
            <translation>{path} 是 {width}×{height} 像素，上限是 {max_pixels:,} 像素。</translation>
        </message>
        <message>
            <location filename="../../studio/media/opening.py" line="201"></location>
            <source>Make a smaller version of it.</source>
            <translation>请做一个小一些的版本。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="77"></location>
            <source>“{name}” is not a colour matrix.</source>
            <translation>“{name}”不是颜色矩阵。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="78"></location>
            <source>“{name}” is not a colour range.</source>
            <translation>“{name}”不是颜色范围。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="82"></location>
            <source>“{name}” is not a set of colour primaries.</source>
            <translation>“{name}”不是原色名称。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="87"></location>
            <source>“{name}” is not a transfer function.</source>
            <translation>“{name}”不是传递函数。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="89"></location>
            <source>“{name}” is not a way of fields.</source>
            <translation>“{name}”不是扫描方式。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="90"></location>
            <source>“{name}” is not a way of toning.</source>
            <translation>“{name}”不是色调映射方式。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="104"></location>
            <source>A pixel aspect of {aspect} is out of bounds (1/10 to 10).</source>
            <translation>像素宽高比 {aspect} 超出范围（1/10 到 10）。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="111"></location>
            <source>A rotation of {rotation} is not 0, 90, 180 or 270 degrees.</source>
            <translation>旋转 {rotation} 不是 0、90、180 或 270 度。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="120"></location>
            <source>The active picture does not lie within the picture.</source>
            <translation>有效画面不在画面之内。</translation>
        </message>
        <message>
            <location filename="../../studio/media/overrides.py" line="121"></location>
            <source>Give x, y, width and height as parts of it, 0 to 1.</source>
            <translation>请按比例给出 x、y、width 和 height，0 到 1。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="81"></location>
            <source>{path} has no moving picture, only sound or data.</source>
            <translation>{path} 没有活动画面，只有声音或数据。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="82"></location>
            <source>Name a film file.</source>
            <translation>请选影片文件。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="86"></location>
            <source>The picture of {path} is in a codec that is not known here.</source>
            <translation>{path} 的画面编码这里不认识。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="87"></location>
            <source>Convert it to H.264, HEVC, AV1, VP9, ProRes or DNxHR.</source>
            <translation>请转成 H.264、HEVC、AV1、VP9、ProRes 或 DNxHR。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="94"></location>
            <source>No picture of {path} can be decoded.</source>
            <translation>{path} 的画面一幅也解不出来。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="95"></location>
            <source>The film is damaged; export it again.</source>
            <translation>影片已损坏，请重新导出影片。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="232"></location>
            <source>The film says it is turned by {degrees:.0f}°; {quarter}° is used.</source>
            <translation>影片标明旋转 {degrees:.0f}°，按 {quarter}° 处理。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="290"></location>
            <source>{packets} of the film cannot be read.</source>
            <translation>影片有 {packets}读不出来。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="291"></location>
            <source>{number:,} packet</source>
            <translation>{number:,} 个数据包</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="291"></location>
            <source>{number:,} packets</source>
            <translation>{number:,} 个数据包</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="295"></location>
            <source>{pictures} stand at the time of another and are not shown.</source>
            <translation>{pictures}与其他画面时间相同，不显示。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="297"></location>
            <source>{pictures} have no time and are not counted.</source>
            <translation>{pictures}没有时间，不计入。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="303"></location>
            <source>The first {pictures} cannot be decoded.</source>
            <translation>开头 {pictures}解不出来。</translation>
        </message>
        <message>
            <location filename="../../studio/media/probe.py" line="306"></location>
            <source>The film ends at {end}, but should last {promised}: the file is not complete.</source>
            <translation>影片到 {end} 就结束，本应长 {promised}：文件不完整。</translation>
        </message>
        <message>
            <location filename="../../studio/media/sound.py" line="68"></location>
            <location filename="../../studio/shots/onepass.py" line="122"></location>
            <source>Reading sound</source>
            <translation>正在读取声音</translation>
        </message>
        <message>
            <location filename="../../studio/media/sound.py" line="188"></location>
            <source>A sound rate of {rate} is out of bounds (1000 to 384000).</source>
            <translation>声音采样率 {rate} 超出范围（1000 到 384000）。</translation>
        </message>
        <message>
            <location filename="../../studio/media/sound.py" line="230"></location>
            <source>Sound from {start:.1f} s to {stop:.1f} s is out of bounds.</source>
            <translation>{start:.1f} 秒到 {stop:.1f} 秒的声音超出范围。</translation>
        </message>
        <message>
            <location filename="../../studio/media/sound_line.py" line="38"></location>
            <source>{film} has no sound track {track}.</source>
            <translation>{film} 没有第 {track} 条音轨。</translation>
        </message>
        <message>
            <location filename="../../studio/media/sound_line.py" line="39"></location>
            <source>It has {number}.</source>
            <translation>它有 {number} 条。</translation>
        </message>
        <message>
            <location filename="../../studio/media/thumbs.py" line="37"></location>
            <source>Making thumbnails</source>
            <translation>正在生成缩略图</translation>
        </message>
        <message>
            <location filename="../../studio/media/timing.py" line="83"></location>
            <source>Reading times</source>
            <translation>正在读取时间</translation>
        </message>
        <message>
            <location filename="../../studio/media/timing.py" line="167"></location>
            <source>The film's times are out of bounds.</source>
            <translation>影片的时间超出范围。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="82"></location>
            <source>faces must be of some of {listed}</source>
            <translation>faces 须取自 {listed}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="84"></location>
            <source>size must be 0.4 to 2.5, is {size}</source>
            <translation>size 须在 0.4 到 2.5 之间，现为 {size}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="190"></location>
            <source>The logo {path} has more than 16 million pixels.</source>
            <translation>标志 {path} 超过 1600 万像素。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="191"></location>
            <location filename="../../studio/poster/reading.py" line="86"></location>
            <location filename="../../studio/poster/reading.py" line="45"></location>
            <source>Make it smaller.</source>
            <translation>请改小。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="200"></location>
            <source>The logo {path} is no PNG or TIFF that can be read.</source>
            <translation>标志 {path} 不是能读取的 PNG 或 TIFF。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="201"></location>
            <location filename="../../studio/poster/svg.py" line="46"></location>
            <location filename="../../studio/poster/svg_file.py" line="100"></location>
            <source>Export it as PNG with transparency.</source>
            <translation>请导出为带透明的 PNG。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/brand.py" line="213"></location>
            <source>The logo's file is not known here.</source>
            <translation>这里不认识标志文件。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/document.py" line="44"></location>
            <source>languages: a poster has one or two, not {number}.</source>
            <translation>languages：海报有一种或两种语言，不能是 {number} 种。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/document.py" line="47"></location>
            <source>Name the primary language, then the second.</source>
            <translation>请先写主语言，再写第二语言。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/document.py" line="58"></location>
            <source>{name} has {number} letters; a poster takes at most {most_letters}.</source>
            <translation>{name} 有 {number} 个字，海报最多 {most_letters} 个。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/document.py" line="64"></location>
            <location filename="../../studio/poster/preflight/brand.py" line="65"></location>
            <source>Shorten it.</source>
            <translation>请缩短。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/base.py" line="49"></location>
            <source>export</source>
            <translation>导出格式</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/pdf_page.py" line="42"></location>
            <source>The page would be {inches:.0f} inches long; PDF ends at 200.</source>
            <translation>页面将长 {inches:.0f} 英寸；PDF 的上限是 200 英寸。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/pdf_page.py" line="46"></location>
            <source>Export it at a smaller scale, such as 1:10.</source>
            <translation>请用较小的比例导出，例如 1:10。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/pdf_print.py" line="81"></location>
            <source>“{name}” is a profile for screens, not that of a press.</source>
            <translation>“{name}”是屏幕的描述文件，不是印刷机的。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/pdf_print.py" line="82"></location>
            <source>Choose the profile of a press for a PDF for print.</source>
            <translation>印刷用 PDF 请选印刷机的描述文件。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/psd_file.py" line="112"></location>
            <source>PSD takes at most {most:,} pixels a side; this poster has {width:,} × {height:,}.</source>
            <translation>PSD 每边最多 {most:,} 像素；这张海报是 {width:,} × {height:,}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/psd_file.py" line="118"></location>
            <location filename="../../studio/poster/exports/psd_file.py" line="129"></location>
            <source>Write it as TIFF or PDF, or at a smaller scale.</source>
            <translation>请写成 TIFF 或 PDF，或用较小的比例。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/psd_file.py" line="128"></location>
            <source>As PSD it would have {size}; the format ends at 2 GB.</source>
            <translation>写成 PSD 会有 {size}；这种格式的上限是 2 GB。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/exports/write.py" line="74"></location>
            <source>{path} cannot be written: {why}.</source>
            <translation>{path} 无法写入：{why}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="39"></location>
            <source>{name} must be {least} to {most:,}, is {value}</source>
            <translation>{name} 须在 {least} 到 {most:,} 之间，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="130"></location>
            <source>width × height must be at most {most_pixels:,} pixels</source>
            <translation>宽 × 高最多 {most_pixels:,} 像素</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="136"></location>
            <source>icc must be sRGB for {kind}; CMYK is written as TIFF, PSD or PDF</source>
            <translation>{kind} 的 icc 只能是 sRGB；CMYK 写成 TIFF、PSD 或 PDF</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="142"></location>
            <source>icc must be the profile of a press for a PDF for print</source>
            <translation>印刷用 PDF 的 icc 必须是印刷机的描述文件</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="148"></location>
            <source>trim_mm {trim:g} at {dpi:g} dpi makes {wanted:.0f} pixels</source>
            <translation>trim_mm {trim:g} 在 {dpi:g} dpi 下应为 {wanted:.0f} 像素</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="194"></location>
            <source>scale must be written as 1:4, is “{scale}”</source>
            <translation>scale 须写成 1:4，现为“{scale}”</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="244"></location>
            <source>{form} as {kind} in “{icc}”: {error}.</source>
            <translation>{form} 写成 {kind}、用“{icc}”：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="251"></location>
            <source>Choose another profile, or another kind of file.</source>
            <translation>请另选描述文件，或另选文件种类。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/format.py" line="255"></location>
            <source>There is no kind of file called “{kind}”.</source>
            <translation>没有名为“{kind}”的文件种类。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/layout.py" line="252"></location>
            <source>The template {template} names no place for the copy.</source>
            <translation>模板 {template} 没有给文案留位置。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="18"></location>
            <location filename="../../presets/captions/boxed.toml" line="12"></location>
            <location filename="../../presets/captions/cinema-bilingual.toml" line="12"></location>
            <location filename="../../presets/captions/clean.toml" line="14"></location>
            <location filename="../../presets/captions/plate-where-needed.toml" line="12"></location>
            <location filename="../../presets/captions/top-and-bottom.toml" line="13"></location>
            <location filename="../../presets/captions/vertical-right.toml" line="14"></location>
            <location filename="../../presets/posters/centred-title.toml" line="10"></location>
            <location filename="../../presets/posters/festival-one-sheet.toml" line="11"></location>
            <location filename="../../presets/posters/quiet-line.toml" line="10"></location>
            <location filename="../../presets/posters/split.toml" line="10"></location>
            <location filename="../../presets/posters/vertical-line.toml" line="10"></location>
            <source>Lobbycard's own</source>
            <translation>Lobbycard 自定</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="36"></location>
            <source>poster check</source>
            <translation>海报检查项</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="45"></location>
            <location filename="../../studio/poster/preflight/base.py" line="46"></location>
            <location filename="../../ui/campaign/desk.py" line="144"></location>
            <source>copy</source>
            <translation>文案</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="47"></location>
            <source>title</source>
            <translation>片名</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="48"></location>
            <source>legal line</source>
            <translation>法律声明</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="49"></location>
            <source>credits</source>
            <translation>演职员表</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="50"></location>
            <source>honours</source>
            <translation>入围与奖项</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="51"></location>
            <source>number</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="57"></location>
            <source>The {language} {kind}</source>
            <translation>{language} {kind}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="63"></location>
            <source>Move the copy, or let the design place it.</source>
            <translation>请移动文案，或让设计自行安放。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="71"></location>
            <location filename="../../studio/poster/preflight/brand.py" line="65"></location>
            <source>Go to the legal line</source>
            <translation>前往法律声明</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="76"></location>
            <source>Break it anew</source>
            <translation>重新断行</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/base.py" line="77"></location>
            <location filename="../../studio/poster/preflight/words.py" line="122"></location>
            <source>Go to the copy</source>
            <translation>前往文案</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="24"></location>
            <source>The logo has no free corner in {form}.</source>
            <translation>标志在 {form} 里没有空角可放。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="25"></location>
            <source>Choose a template that leaves a corner free, or make the logo smaller.</source>
            <translation>请换一个留出一角的模板，或把标志改小。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="30"></location>
            <source>The logo is {own:.0f} mm wide; {limit:g} mm are asked.</source>
            <translation>标志宽 {own:.0f} mm，要求 {limit:g} mm。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="33"></location>
            <source>The logo is {own:.0f} px wide where it is seen; {limit:g} px are asked.</source>
            <translation>标志在观看处宽 {own:.0f} px，要求 {limit:g} px。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="39"></location>
            <source>Give it a larger size in the brand kit.</source>
            <translation>请在品牌包里把它调大。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="55"></location>
            <source>The legal line is {own:.1f} mm high; {limit:g} mm are asked.</source>
            <translation>法律声明高 {own:.1f} mm，要求 {limit:g} mm。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="60"></location>
            <source>The legal line is {own:.1f} px where it is seen; {limit:g} px are asked.</source>
            <translation>法律声明在观看处为 {own:.1f} px，要求 {limit:g} px。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="70"></location>
            <source>The legal line does not fit in {form}.</source>
            <translation>法律声明在 {form} 里放不下。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/brand.py" line="71"></location>
            <location filename="../../studio/poster/preflight/brand.py" line="26"></location>
            <location filename="../../studio/poster/preflight/words.py" line="56"></location>
            <source>the brand kit</source>
            <translation>品牌套件</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="22"></location>
            <source>may be embedded</source>
            <translation>允许嵌入</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="23"></location>
            <source>may be embedded, for editing too</source>
            <translation>允许嵌入，也允许编辑</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="24"></location>
            <source>may be embedded for viewing and print</source>
            <translation>允许为查看和打印而嵌入</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="25"></location>
            <source>only bitmaps may be embedded</source>
            <translation>只允许嵌入位图</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="26"></location>
            <source>may not be embedded</source>
            <translation>不允许嵌入</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="106"></location>
            <source>The font {font} is not one of Lobbycard's: {allowed}.</source>
            <translation>字体 {font} 不是 Lobbycard 自带的：{allowed}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="112"></location>
            <source>Make sure that its licence covers posters, or choose a bundled face.</source>
            <translation>请确认其许可涵盖海报用途，或改用自带字体。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="114"></location>
            <source>Choose a bundled face, or a kind of file without live text.</source>
            <translation>请改用自带字体，或选择不含活动文字的文件类型。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/fonts.py" line="119"></location>
            <source>the font's OS/2 table, fsType</source>
            <translation>字体的 OS/2 表，fsType</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/ink.py" line="50"></location>
            <source>The darkest places take {own:.0f} % of ink; {limit:.0f} % can dry.</source>
            <translation>最暗处的总墨量为 {own:.0f}%，能干透的是 {limit:.0f}%。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/ink.py" line="55"></location>
            <source>coated paper, trade custom</source>
            <translation>涂布纸，行业惯例</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/ink.py" line="56"></location>
            <source>Use a profile with less ink, or choose a lighter still.</source>
            <translation>请使用总墨量较低的配置文件，或选一张较亮的静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/ink.py" line="82"></location>
            <source>The colour profile {icc} is not on this machine.</source>
            <translation>这台电脑上没有色彩配置文件 {icc}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/ink.py" line="84"></location>
            <source>Install it, or choose another profile.</source>
            <translation>请安装它，或选择其他配置文件。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/picture.py" line="18"></location>
            <source>Take it from a larger master, or let the format show more of it.</source>
            <translation>请从更大的母版取图，或让该规格显示更大的范围。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/picture.py" line="42"></location>
            <source>The still has {own:.0f} pixels across; an eye sees {limit:.0f} there.</source>
            <translation>静帧横向有 {own:.0f} 像素，眼睛在那里能分辨 {limit:.0f} 像素。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/picture.py" line="47"></location>
            <source>one arc minute</source>
            <translation>一角分</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/picture.py" line="59"></location>
            <source>one arc minute from {distance:g} m</source>
            <translation>{distance:g} m 处的一角分</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/picture.py" line="65"></location>
            <source>The still has {own:.0f} pixels an inch at the finished size; {limit:.0f} are asked.</source>
            <translation>静帧在成品尺寸下每英寸 {own:.0f} 像素，要求 {limit:.0f}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="13"></location>
            <source>Shorten it, or choose a template that puts it elsewhere.</source>
            <translation>请缩短，或换一个把它放在别处的模板。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="28"></location>
            <source>{piece} leaves the safe area by {value:.0f} px.</source>
            <translation>{piece}超出安全区 {value:.0f} px。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="33"></location>
            <source>safe area of {form}: {source}</source>
            <translation>{form} 的安全区：{source}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="38"></location>
            <source>Shorten it, or break it into more lines.</source>
            <translation>请缩短，或分成更多行。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="63"></location>
            <source>{piece} stands where nothing may: {reason}.</source>
            <translation>{piece}落在不可放置的区域：{reason}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="85"></location>
            <source>{piece} stands on a face.</source>
            <translation>{piece}压在人脸上。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="86"></location>
            <source>the template: copy never covers a face</source>
            <translation>模板规定：文案不遮人脸</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="87"></location>
            <source>Move the focus, or choose another still.</source>
            <translation>请移动视觉焦点，或换一张静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/place.py" line="88"></location>
            <location filename="../../studio/poster/preflight/sight.py" line="76"></location>
            <source>Take the next still</source>
            <translation>换下一张静帧</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="34"></location>
            <source>{piece} is {own:.1f} px on a phone; {smallest:g} px are needed.</source>
            <translation>{piece}在手机上为 {own:.1f} px，需要 {smallest:g} px。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="35"></location>
            <source>{piece} is {own:.1f} px where it is seen; {smallest:g} px are needed.</source>
            <translation>{piece}在观看处为 {own:.1f} px，需要 {smallest:g} px。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="38"></location>
            <source>Choose a still that is calmer there, or move the focus.</source>
            <translation>请选一张在那里更安静的静帧，或移动视觉焦点。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="74"></location>
            <source>WCAG 2.2, 1.4.3</source>
            <translation>WCAG 2.2，1.4.3</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="81"></location>
            <source>{piece} has a contrast of {found:.1f}:1 where it is worst; {limit:g}:1 is needed.</source>
            <translation>{piece}最差处对比度为 {found:.1f}:1，需要 {limit:g}:1。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="89"></location>
            <source>{finding} Done already: {steps}.</source>
            <translation>{finding}已经做了：{steps}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="125"></location>
            <source>{piece} is {own:.0f} mm tall; from {viewing_distance_m:g} m {limit:.0f} mm are needed.</source>
            <translation>{piece}高 {own:.0f} mm；{viewing_distance_m:g} m 观看需要 {limit:.0f} mm。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="132"></location>
            <source>letter height 1:400 of the distance; ideographs 1.3 times that</source>
            <translation>字高为观看距离的 1:400，汉字再乘 1.3</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="152"></location>
            <source>Shorten it or break it into more lines; it is then set larger.</source>
            <translation>请缩短或分成更多行，字就会排得更大。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="154"></location>
            <source>Shorten the first language; both are then set larger. Or leave this one out.</source>
            <translation>请缩短第一语言，两种文字都会排得更大；或去掉这一种语言。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="176"></location>
            <source>{piece} has strokes of {own:.1f} px; {limit:g} px are needed to be drawn clearly.</source>
            <translation>{piece}的笔画只有 {own:.1f} px，要画得清楚需要 {limit:g} px。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/sight.py" line="184"></location>
            <source>Choose a template with a plainer or bolder face, or shorten the copy.</source>
            <translation>请换一个字体更朴素或更粗的模板，或缩短文案。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/spec.py" line="24"></location>
            <source>The figures of {form} are unverified.</source>
            <translation>{form} 的数据未核实。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/spec.py" line="26"></location>
            <source>Ask the media owner before delivery.</source>
            <translation>交付前请向媒体方确认。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/spec.py" line="40"></location>
            <source>The file has {number}; {form} takes at most {max_bytes}.</source>
            <translation>文件有 {number}，{form} 最多 {max_bytes}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/spec.py" line="47"></location>
            <source>Choose a kind of file that is packed harder, such as JPEG, or a calmer still.</source>
            <translation>请选压缩更强的文件类型（如 JPEG），或更安静的静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="13"></location>
            <location filename="../../ui/poster/wish.py" line="159"></location>
            <source>the market's languages</source>
            <translation>该市场的语言</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="27"></location>
            <source>There is no copy in {language}.</source>
            <translation>没有 {language} 文案。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="29"></location>
            <source>Write it, or take the language out of the market.</source>
            <translation>请写上，或从该市场去掉这种语言。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="30"></location>
            <source>Write it</source>
            <translation>去写</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="45"></location>
            <source>The legal line has no place in {form}.</source>
            <translation>法律声明在 {form} 里没有位置。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="46"></location>
            <location filename="../../studio/poster/preflight/words.py" line="75"></location>
            <source>the template {template}</source>
            <translation>模板 {template}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="47"></location>
            <source>Shorten it, or choose a template with a line at the foot in this shape.</source>
            <translation>请缩短，或换一个在这种画幅下页脚有位置的模板。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="55"></location>
            <source>There is no legal line for this market.</source>
            <translation>这个市场没有法律声明。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="57"></location>
            <source>Write one for the market, or one for all markets into the brand kit.</source>
            <translation>请为该市场写一条，或在品牌包里写一条供所有市场使用。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="58"></location>
            <source>Write the legal line</source>
            <translation>写法律声明</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="74"></location>
            <source>The credits have no place in {form}.</source>
            <translation>演职员表在 {form} 中放不下。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="76"></location>
            <source>Nothing, where a placement of this shape goes without; else shorten them.</source>
            <translation>这种形状的投放本来就不带演职员表的话无需处理；否则请缩短。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="93"></location>
            <source>Set by hand beyond the copy in {language}: {letters}; it has {written}.</source>
            <translation>手调超出了{language}文案：{letters}；文案只有{written}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="96"></location>
            <location filename="../../ui/poster/desk.py" line="37"></location>
            <source>{number:,} letter</source>
            <translation>{number:,} 个字</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="96"></location>
            <location filename="../../ui/poster/desk.py" line="37"></location>
            <source>{number:,} letters</source>
            <translation>{number:,} 个字</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="97"></location>
            <location filename="../../studio/subs/writing.py" line="117"></location>
            <location filename="../../studio/typeset/wrapping.py" line="137"></location>
            <source>{number:,} character</source>
            <translation>{number:,} 个字符</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="97"></location>
            <location filename="../../studio/subs/writing.py" line="117"></location>
            <location filename="../../studio/typeset/wrapping.py" line="137"></location>
            <source>{number:,} characters</source>
            <translation>{number:,} 个字符</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="100"></location>
            <source>Set the letters anew, or take back what is of no letter.</source>
            <translation>请重新手调，或撤去不属于任何字的调整。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="101"></location>
            <source>Take it back</source>
            <translation>撤去</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="115"></location>
            <source>{piece} has characters that no font here has: {shown}.</source>
            <translation>{piece}里有字体缺少的字符：{shown}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="120"></location>
            <source>the fonts found</source>
            <translation>已找到的字体</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="121"></location>
            <source>Install a font that has them, or write it with others.</source>
            <translation>请安装含有这些字符的字体，或换用其他字符。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="137"></location>
            <source>{piece} has characters in another region's shapes: {shown}.</source>
            <translation>{piece}里有用了别的地区字形的字：{shown}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="142"></location>
            <source>the forms that readers of the language write</source>
            <translation>该语言读者书写的字形</translation>
        </message>
        <message>
            <location filename="../../studio/poster/preflight/words.py" line="143"></location>
            <source>Choose a face that is made for the language, or one with its forms.</source>
            <translation>请选为该语言制作的字体，或含有其字形的字体。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/profiles.py" line="145"></location>
            <source>The colour profile “{name}” is not on this machine.</source>
            <translation>本机没有颜色描述文件“{name}”。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/profiles.py" line="146"></location>
            <source>Put its .icc file into {folder}, or choose another one. {near:bare}</source>
            <translation>把它的 .icc 文件放进 {folder}，或另选一个。{near:bare}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/profiles.py" line="192"></location>
            <source>The colour profile {path} cannot be used.</source>
            <translation>颜色描述文件 {path} 无法使用。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/profiles.py" line="193"></location>
            <source>Choose another profile.</source>
            <translation>请另选一个描述文件。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/profiles.py" line="202"></location>
            <source>The colours cannot be converted to {name}: {error}.</source>
            <translation>颜色无法转换到 {name}：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/profiles.py" line="205"></location>
            <source>The colours cannot be converted to {name}.</source>
            <translation>颜色无法转换到 {name}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/reading.py" line="40"></location>
            <source>{path} has far more than {most_pixels:,} pixels.</source>
            <translation>{path} 的像素远超 {most_pixels:,}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/reading.py" line="49"></location>
            <source>{path} is no picture that can be read.</source>
            <translation>{path} 不是能读取的图片。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/reading.py" line="54"></location>
            <source>Save it again.</source>
            <translation>请重新保存。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/reading.py" line="54"></location>
            <source>{path} is damaged: {error}.</source>
            <translation>{path} 已损坏：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/reading.py" line="79"></location>
            <source>{path} has {width}×{height} pixels; at most {most_pixels:,} are read.</source>
            <translation>{path} 有 {width}×{height} 像素，最多读取 {most_pixels:,} 像素。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/still.py" line="55"></location>
            <source>Convert it first.</source>
            <translation>请先转换。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/still.py" line="55"></location>
            <source>The picture of a poster must be 8-bit RGB.</source>
            <translation>海报的画面须为 8 位 RGB。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/still.py" line="59"></location>
            <source>The picture is only {picture}×{picture2}.</source>
            <translation>画面只有 {picture}×{picture2}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/still.py" line="64"></location>
            <source>Use a larger one.</source>
            <translation>请用更大的画面。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/still.py" line="90"></location>
            <source>The picture in 16 bits has another size than the one in 8 bits.</source>
            <translation>16 位画面与 8 位画面的尺寸不同。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/svg.py" line="36"></location>
            <source>The logo {path} is too slim to be seen.</source>
            <translation>标志 {path} 太细长，看不清。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/svg.py" line="45"></location>
            <location filename="../../studio/poster/svg_file.py" line="99"></location>
            <source>The logo {path} is no SVG that can be read: {error}.</source>
            <translation>标志 {path} 不是能读取的 SVG：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/svg_file.py" line="94"></location>
            <source>The logo {path} holds what is not read: {what}.</source>
            <translation>标志 {path} 里有不支持的内容：{what}。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/svg_file.py" line="95"></location>
            <source>Turn type and strokes into plain filled outlines, or export it as PNG.</source>
            <translation>请把文字和描边转成普通的填色轮廓，或导出为 PNG。</translation>
        </message>
        <message>
            <location filename="../../studio/poster/telling.py" line="60"></location>
            <source>{piece}: contrast {after:.1f}:1</source>
            <translation>{piece}：对比度 {after:.1f}:1</translation>
        </message>
        <message>
            <location filename="../../studio/poster/telling.py" line="61"></location>
            <source>{piece}: contrast {before:.1f}:1, with {steps} {after:.1f}:1</source>
            <translation>{piece}：对比度 {before:.1f}:1，经{steps}后为 {after:.1f}:1</translation>
        </message>
        <message>
            <location filename="../../studio/poster/template.py" line="94"></location>
            <source>anchors must be some of {listed}</source>
            <translation>anchors 须取自 {listed}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/template.py" line="144"></location>
            <source>arrange must name some of {listed}</source>
            <translation>arrange 须取自 {listed}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/template.py" line="149"></location>
            <source>scripts must be some of {listed}</source>
            <translation>scripts 须取自 {listed}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="20"></location>
            <source>a gradient of {share:.0%} from below</source>
            <translation>自下而上 {share:.0%} 的渐变</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="21"></location>
            <source>a gradient of {share:.0%} from above</source>
            <translation>自上而下 {share:.0%} 的渐变</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="22"></location>
            <source>a gradient of {share:.0%} from the left</source>
            <translation>自左而右 {share:.0%} 的渐变</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="23"></location>
            <source>a gradient of {share:.0%} from the right</source>
            <translation>自右而左 {share:.0%} 的渐变</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="24"></location>
            <location filename="../../studio/poster/tone.py" line="25"></location>
            <source>a soft pool of {share:.0%}</source>
            <translation>{share:.0%} 的柔和晕染</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="27"></location>
            <source>a soft shadow of {share:.0%}</source>
            <translation>{share:.0%} 的柔和阴影</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="28"></location>
            <source>a soft glow of {share:.0%}</source>
            <translation>{share:.0%} 的柔和光晕</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="63"></location>
            <source>the picture out of focus by {share:.0%}</source>
            <translation>画面虚焦 {share:.0%}</translation>
        </message>
        <message>
            <location filename="../../studio/poster/tone.py" line="68"></location>
            <source>a plate of {share:.0%}</source>
            <translation>{share:.0%} 的底板</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="43"></location>
            <source>There is no kind of preset called “{kind}”.</source>
            <translation>没有名为“{kind}”的预设种类。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="63"></location>
            <source>{path}: schema {schema} is not known (this version reads {schema2}).</source>
            <translation>{path}：不认识 schema {schema}（此版本读取 {schema2}）。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="69"></location>
            <source>Update Lobbycard, or correct the number.</source>
            <translation>请更新 Lobbycard，或改正数字。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="73"></location>
            <source>{path}: name is “{preset}”, but the file is called “{path2}”.</source>
            <translation>{path}：name 是“{preset}”，文件却叫“{path2}”。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="79"></location>
            <source>Give both the same name.</source>
            <translation>请让两者同名。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="107"></location>
            <source>There is no preset “{name}” in {kind}.</source>
            <translation>{kind} 里没有预设“{name}”。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="116"></location>
            <source>The preset “{name}” of {kind} is of another type.</source>
            <translation>{kind} 的预设“{name}”属于另一种类型。</translation>
        </message>
        <message>
            <location filename="../../studio/presets/store.py" line="157"></location>
            <source>There is no list of words for the market “{market}”.</source>
            <translation>没有市场“{market}”的词表。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/cards.py" line="43"></location>
            <source>A card's push must be −{most} to {most} per cent, is {push:g}.</source>
            <translation>卡片的缓推必须在 −{most} 到 {most} 个百分点之间，现为 {push:g}。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/cards.py" line="199"></location>
            <source>A card of {seconds:g} s cannot fade for {before:g} and {after:g} s.</source>
            <translation>{seconds:g} 秒的卡片容不下 {before:g} 秒与 {after:g} 秒的淡变。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/cards.py" line="205"></location>
            <source>Cards last up to {longest} seconds, and their fades not longer.</source>
            <translation>卡片最长 {longest} 秒，淡变不能比卡片更长。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/music.py" line="62"></location>
            <source>music: {name} must be {least:g} to {most:g}, is {value:g}.</source>
            <translation>music：{name} 必须在 {least:g} 到 {most:g} 之间，现为 {value:g}。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/music.py" line="150"></location>
            <location filename="../../studio/reel/music.py" line="130"></location>
            <source>{path} has no sound.</source>
            <translation>{path} 没有声音。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/parts.py" line="236"></location>
            <source>A part that is {length} long cannot fade for {before} and {after}.</source>
            <translation>长 {length} 的一段容不下 {before} 与 {after} 的淡变。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/parts.py" line="242"></location>
            <source>Make the part longer, or its fades shorter.</source>
            <translation>请加长这一段，或缩短淡变。</translation>
        </message>
        <message>
            <location filename="../../studio/reel/parts.py" line="267"></location>
            <source>A reel has at most {most} cuts.</source>
            <translation>一部成片最多 {most} 个剪段。</translation>
        </message>
        <message>
            <location filename="../../studio/sample/record.py" line="79"></location>
            <source>The sample film {path} could not be encoded: {strerror}.</source>
            <translation>示例影片 {path} 无法编码：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../studio/sample/record.py" line="84"></location>
            <source>Check the room on the disk; `lobbycard doctor` names the encoders.</source>
            <translation>请检查磁盘空间；`lobbycard doctor` 会列出编码器。</translation>
        </message>
        <message>
            <location filename="../../studio/sample/record.py" line="94"></location>
            <source>Playing the sound</source>
            <translation>正在演奏声音</translation>
        </message>
        <message>
            <location filename="../../studio/sample/record.py" line="108"></location>
            <location filename="../../studio/sample/record.py" line="100"></location>
            <location filename="../../ui/documents/documents.py" line="141"></location>
            <location filename="../../ui/start/sampling.py" line="91"></location>
            <location filename="../../ui/start/sampling.py" line="117"></location>
            <source>Drawing the sample film</source>
            <translation>正在绘制示例影片</translation>
        </message>
        <message>
            <location filename="../../studio/sample/write.py" line="52"></location>
            <source>{campaign} is another campaign; the sample does not overwrite it.</source>
            <translation>{campaign} 是另一个项目，示例不会覆盖它。</translation>
        </message>
        <message>
            <location filename="../../studio/sample/write.py" line="56"></location>
            <source>Name an empty or a new folder.</source>
            <translation>请给出空的或新的文件夹。</translation>
        </message>
        <message>
            <location filename="../../studio/shots/analyse.py" line="88"></location>
            <source>Shots</source>
            <translation>镜头</translation>
        </message>
        <message>
            <location filename="../../studio/shots/detect.py" line="66"></location>
            <source>A sensitivity of {sensitivity} is out of bounds.</source>
            <translation>灵敏度 {sensitivity} 超出范围。</translation>
        </message>
        <message>
            <location filename="../../studio/shots/detect.py" line="67"></location>
            <source>Use 0 (few cuts) to 1 (many).</source>
            <translation>请用 0（切点少）到 1（切点多）。</translation>
        </message>
        <message>
            <location filename="../../studio/shots/markers.py" line="226"></location>
            <source>{code} lies outside of the film.</source>
            <translation>{code} 在影片之外。</translation>
        </message>
        <message>
            <location filename="../../studio/shots/markers.py" line="239"></location>
            <source>There is no timecode in this line.</source>
            <translation>这一行没有时间码。</translation>
        </message>
        <message>
            <location filename="../../studio/shots/onepass.py" line="59"></location>
            <location filename="../../studio/shots/onepass.py" line="226"></location>
            <location filename="../../ui/films.py" line="144"></location>
            <source>Looking for shots</source>
            <translation>正在查找镜头</translation>
        </message>
        <message>
            <location filename="../../studio/stills/attention.py" line="137"></location>
            <source>Following the picture</source>
            <translation>正在跟踪画面主体</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="13"></location>
            <source>sharper than {rank} % of the film's frames ({value:.2f})</source>
            <translation>比全片 {rank}% 的画面更清晰（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="14"></location>
            <source>stiller than {rank} % of the film's frames ({value:.2f})</source>
            <translation>比全片 {rank}% 的画面更稳（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="15"></location>
            <source>better exposed than {rank} % of the film's frames ({value:.2f})</source>
            <translation>曝光优于全片 {rank}% 的画面（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="16"></location>
            <source>more contrast than {rank} % of the film's frames ({value:.2f})</source>
            <translation>对比强于全片 {rank}% 的画面（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="17"></location>
            <source>more colour than {rank} % of the film's frames ({value:.1f})</source>
            <translation>色彩多于全片 {rank}% 的画面（{value:.1f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="18"></location>
            <source>a fuller picture than {rank} % of the film's frames ({value:.2f})</source>
            <translation>画面比全片 {rank}% 的更充实（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="19"></location>
            <source>more calm area than {rank} % of the film's frames ({value:.0%} of the picture)</source>
            <translation>留白多于全片 {rank}% 的画面（占画面 {value:.0%}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="22"></location>
            <source>a sharper subject than {rank} % of the {looked_at} frames looked at ({value:.2f})</source>
            <translation>主体比细看过的 {looked_at} 帧中 {rank}% 的更清晰（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="25"></location>
            <source>stands out from its surroundings more than in {rank} % of the {looked_at} frames looked at ({value:.1f})</source>
            <translation>主体比细看过的 {looked_at} 帧中 {rank}% 的更突出于背景（{value:.1f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="29"></location>
            <source>its subject stiller than in {rank} % of the {looked_at} frames looked at ({value:.2f})</source>
            <translation>主体比细看过的 {looked_at} 帧中 {rank}% 的更稳（{value:.2f}）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="32"></location>
            <source>a face {value:.0%} of the picture's height ({looked_at} frames were searched)</source>
            <translation>人脸高占画面的 {value:.0%}（查了 {looked_at} 帧）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="35"></location>
            <source>the head stands free, {value:.0%} of its height above it ({looked_at} frames were looked at)</source>
            <translation>头部上方留有空间，为脸高的 {value:.0%}（细看了 {looked_at} 帧）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="39"></location>
            <source>eyes open, {value:.2f} of their width ({looked_at} frames were looked at)</source>
            <translation>眼睛睁开，高为宽的 {value:.2f}（细看了 {looked_at} 帧）</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="40"></location>
            <source>room for the copy {value:.2f} at worst, in {worst}: more than in {rank} % of the {looked_at} frames looked at</source>
            <translation>文案所占位置的余地最差为 {value:.2f}（{worst}）：优于细看过的 {looked_at} 帧中的 {rank}%</translation>
        </message>
        <message>
            <location filename="../../studio/stills/reasons.py" line="44"></location>
            <source>copy reads at {value:.1f}:1 at worst without help: more than in {rank} % of the {looked_at} frames looked at</source>
            <translation>不加渐变时文案对比度最差为 {value:.1f}:1：优于细看过的 {looked_at} 帧中的 {rank}%</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="58"></location>
            <location filename="../../studio/stills/sheet.py" line="92"></location>
            <location filename="../../ui/film/errands.py" line="125"></location>
            <location filename="../../ui/film/errands.py" line="137"></location>
            <source>Contact sheet</source>
            <translation>样片表</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="65"></location>
            <source>{path}: a contact sheet is not written as “{kind}”.</source>
            <translation>{path}：样片表不能写成“{kind}”。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="66"></location>
            <source>Name it .pdf or .png.</source>
            <translation>请以 .pdf 或 .png 结尾命名。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="70"></location>
            <source>A contact sheet of {count} stills is out of bounds.</source>
            <translation>样片表不能有 {count} 张静帧。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="71"></location>
            <source>Choose 1 to {most}.</source>
            <translation>请选择 1 到 {most} 张。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="75"></location>
            <source>“{paper}” is no paper that is known.</source>
            <translation>没有名为“{paper}”的纸张。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/sheet.py" line="76"></location>
            <source>Use {listed}.</source>
            <translation>可用：{listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/shortlist.py" line="68"></location>
            <source>Looking at frames</source>
            <translation>正在细看画面</translation>
        </message>
        <message>
            <location filename="../../studio/stills/shortlist.py" line="97"></location>
            <source>{count} stills are out of bounds.</source>
            <translation>{count} 张静帧超出范围。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/shortlist.py" line="98"></location>
            <source>Ask for 1 to {most}.</source>
            <translation>请取 1 到 {most} 张。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/shortlist.py" line="102"></location>
            <source>{film} is not the film that was analysed.</source>
            <translation>{film} 不是当初分析的那部影片。</translation>
        </message>
        <message>
            <location filename="../../studio/stills/shortlist.py" line="103"></location>
            <source>Analyse it again.</source>
            <translation>请重新分析。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/base.py" line="53"></location>
            <source>must list each language once, and “{any}” for all others</source>
            <translation>每种语言只列一次，其余用“{any}”</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/base.py" line="58"></location>
            <source>must name known checks; “{name}” is not. {hint:bare}</source>
            <translation>须写已知的检查项；“{name}”不是。{hint:bare}</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/base.py" line="182"></location>
            <source>check</source>
            <translation>检查项</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="66"></location>
            <source>a cue that starts close to a cut</source>
            <translation>开始时间紧挨镜头切换的字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="72"></location>
            <source>a cue that ends close to a cut</source>
            <translation>结束时间紧挨镜头切换的字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="94"></location>
            <source>Starts {frames} after a cut: start on it.</source>
            <translation>在切换后 {frames}开始：应从切换处开始。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="96"></location>
            <source>Starts {frames} before a cut: start on it.</source>
            <translation>在切换前 {frames}开始：应从切换处开始。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="97"></location>
            <source>Starts {frames} before a cut: start {wanted} before it.</source>
            <translation>在切换前 {frames}开始：应在切换前 {wanted}开始。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="99"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="100"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="121"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="122"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="94"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="96"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="106"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="110"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="111"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="116"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="117"></location>
            <location filename="../../studio/subs/checks/pairs.py" line="216"></location>
            <location filename="../../studio/subs/checks/timing.py" line="164"></location>
            <location filename="../../studio/subs/checks/timing.py" line="56"></location>
            <location filename="../../studio/subs/checks/timing.py" line="155"></location>
            <location filename="../../studio/subs/checks/timing.py" line="189"></location>
            <location filename="../../studio/subs/checks/timing.py" line="190"></location>
            <location filename="../../ui/film/strip_words.py" line="45"></location>
            <source>{number:,} frame</source>
            <translation>{number:,} 帧</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="99"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="100"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="121"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="122"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="94"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="96"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="106"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="110"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="111"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="116"></location>
            <location filename="../../studio/subs/checks/cuts.py" line="117"></location>
            <location filename="../../studio/subs/checks/pairs.py" line="216"></location>
            <location filename="../../studio/subs/checks/timing.py" line="164"></location>
            <location filename="../../studio/subs/checks/timing.py" line="56"></location>
            <location filename="../../studio/subs/checks/timing.py" line="155"></location>
            <location filename="../../studio/subs/checks/timing.py" line="189"></location>
            <location filename="../../studio/subs/checks/timing.py" line="190"></location>
            <location filename="../../ui/film/strip_words.py" line="45"></location>
            <source>{number:,} frames</source>
            <translation>{number:,} 帧</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="106"></location>
            <source>Ends on a cut: end {wanted} before it.</source>
            <translation>恰在切换处结束：应在切换前 {wanted}结束。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="108"></location>
            <source>Ends {frames} before a cut: end {wanted} before it.</source>
            <translation>在切换前 {frames}结束：应在切换前 {wanted}结束。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="114"></location>
            <source>Ends {frames} after a cut: end {wanted} after it.</source>
            <translation>在切换后 {frames}结束：应在切换后 {wanted}结束。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/cuts.py" line="119"></location>
            <source>Ends {frames} after a cut: end {wanted} before it.</source>
            <translation>在切换后 {frames}结束：应在切换前 {wanted}结束。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="35"></location>
            <source>Simplified and Traditional characters mixed</source>
            <translation>简体与繁体混用</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="53"></location>
            <source>{listed} is the other way of writing Chinese; here: {own}.</source>
            <translation>{listed} 是另一种汉字写法；此处应为：{own}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="57"></location>
            <source>{listed} is the other way of writing Chinese.</source>
            <translation>{listed} 是另一种汉字写法。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="58"></location>
            <source>One track keeps one way of writing.</source>
            <translation>一条字幕轨只用一种写法。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="62"></location>
            <source>a cue in the letters of another language</source>
            <translation>用另一种语言的文字写成的字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="78"></location>
            <source>Nothing in it is in the script of {language}.</source>
            <translation>其中没有 {language} 的文字。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="81"></location>
            <source>A translation is in the letters of its language.</source>
            <translation>译文应使用其语言的文字。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="89"></location>
            <source>characters that no font here can show</source>
            <translation>没有字体能显示的字符</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="119"></location>
            <source>What no font has is shown as an empty box.</source>
            <translation>字体中没有的字符会显示为空框。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="129"></location>
            <source>a line that is wider than its room</source>
            <translation>比可用宽度更宽的行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="159"></location>
            <source>“{line}” takes {share:.0%} of its room.</source>
            <translation>“{line}”占可用宽度的 {share:.0%}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="160"></location>
            <source>The caption style “{name}”.</source>
            <translation>字幕样式“{name}”。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="192"></location>
            <source>both languages higher than the picture bears</source>
            <translation>两种语言合起来过高</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="216"></location>
            <source>Both languages take {height:.0f} % of the picture's height; at most {most:g} %.</source>
            <translation>两种语言共占画面高度的 {height:.0f}%；至多 {most:g}%。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="225"></location>
            <source>words that the market does not allow</source>
            <translation>该市场不允许的用语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/letters.py" line="238"></location>
            <source>“{word}” may not be said in the market {market}.</source>
            <translation>在市场 {market} 不可使用“{word}”。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="16"></location>
            <source>Both languages say the same.</source>
            <translation>两种语言说的应是同一件事。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="36"></location>
            <source>a cue that the other language has nothing for</source>
            <translation>另一种语言没有对应的字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="43"></location>
            <source>the other language</source>
            <translation>另一种语言</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="49"></location>
            <source>Nothing in {language} stands for it.</source>
            <translation>{language} 里没有与它对应的内容。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="55"></location>
            <source>more lines of both languages than may stand at once</source>
            <translation>双语总行数超过同屏上限</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="74"></location>
            <source>{together} lines of both languages at once; at most {lines}.</source>
            <translation>双语同屏共 {together} 行，最多 {lines} 行。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="84"></location>
            <source>one language at the top, its partner at the bottom</source>
            <translation>一种语言在上方，对应的另一种在下方</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="104"></location>
            <source>Its partner stands at the other edge of the picture.</source>
            <translation>与之对应的字幕在画面的另一端。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="105"></location>
            <source>Two languages keep their order on the screen.</source>
            <translation>两种语言在屏幕上应保持次序。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="109"></location>
            <source>the same text in both languages</source>
            <translation>两种语言的文字相同</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="129"></location>
            <source>The text is the same as in {language}.</source>
            <translation>文字与 {language} 相同。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="130"></location>
            <source>A translation differs from what it translates.</source>
            <translation>译文不应与原文相同。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="138"></location>
            <source>numbers that differ between the languages</source>
            <translation>两种语言中的数字不一致</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="164"></location>
            <source>It says {mine}; the other language says {other}.</source>
            <translation>此处为 {mine}；另一种语言为 {other}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="185"></location>
            <source>no number</source>
            <translation>无数字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="191"></location>
            <source>linked cues that start or end a little apart</source>
            <translation>成对字幕的起止略有出入</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="214"></location>
            <source>The other language comes or goes {frames} apart.</source>
            <translation>另一种语言的出现或消失相差 {frames}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/pairs.py" line="218"></location>
            <source>Two languages that change together are calmer to read.</source>
            <translation>两种语言同时更替，读来更平稳。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="16"></location>
            <source>more characters a second than can be read</source>
            <translation>语速超过可读的范围</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="35"></location>
            <source>{measured:g} characters a second; {speed:g} can be read ({length:g} characters in {duration:g} s).</source>
            <translation>每秒 {measured:g} 字，可读上限 {speed:g} 字（{duration:g} 秒内 {length:g} 字）。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="59"></location>
            <source>{words} in {duration:g} s; each needs {least:g} s.</source>
            <translation>{duration:g} 秒内有 {words}；每词需 {least:g} 秒。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="61"></location>
            <source>{number:,} word</source>
            <translation>{number:,} 个词</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="61"></location>
            <source>{number:,} words</source>
            <translation>{number:,} 个词</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="69"></location>
            <source>a line with more characters than fit</source>
            <translation>一行的字数放不下</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="82"></location>
            <source>A line of {measured:g} characters; {line_length:g} fit: “{line}”.</source>
            <translation>一行 {measured:g} 字，放得下 {line_length:g} 字：“{line}”。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="92"></location>
            <source>more lines than may stand at once</source>
            <translation>行数超过同屏上限</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="103"></location>
            <source>{lines}; at most {lines2}.</source>
            <translation>{lines}，最多 {lines2} 行。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="114"></location>
            <source>two lines that would fit on one</source>
            <translation>一行就放得下的两行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="133"></location>
            <source>Its lines have {length:g} characters together; {limit:g} fit on one.</source>
            <translation>各行合计 {length:g} 个字符；一行可放 {limit:g} 个。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="142"></location>
            <source>a cue without text</source>
            <translation>没有文字的字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="150"></location>
            <source>The cue has no text.</source>
            <translation>这条字幕没有文字。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/reading.py" line="151"></location>
            <source>A subtitle that shows nothing is a slip.</source>
            <translation>什么都不显示的字幕是疏漏。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="36"></location>
            <source>must have 0 ≤ min_seconds &lt; max_seconds ≤ 600</source>
            <translation>须满足 0 ≤ min_seconds &lt; max_seconds ≤ 600</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="38"></location>
            <source>must have gap_frames of 0 to 100 and gap_ms of 0 to 10000</source>
            <translation>gap_frames 须在 0 到 100 之间，gap_ms 须在 0 到 10000 之间</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="41"></location>
            <source>must have chain_frames from 0 to 240, the smaller one first</source>
            <translation>chain_frames 须在 0 至 240 之间，小的在前</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="65"></location>
            <source>must have 0 ≤ red ≤ green ≤ 120 and after of 0 to 120</source>
            <translation>须满足 0 ≤ red ≤ green ≤ 120，且 after 为 0 至 120</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="67"></location>
            <source>must have end of 0 to 120</source>
            <translation>end 须为 0 至 120</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="125"></location>
            <source>must have line_length, lines and speed above 0</source>
            <translation>line_length、lines 和 speed 须大于 0</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="127"></location>
            <source>must have children of at least 0 and word_seconds of 0 to 10</source>
            <translation>children 不得小于 0，word_seconds 须为 0 至 10</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="147"></location>
            <source>must have lines above 0 and height of 0 to 100</source>
            <translation>lines 须大于 0，height 须为 0 至 100</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/rules.py" line="169"></location>
            <source>must list languages and words, none of them empty</source>
            <translation>须列出语言和词语，且均不得为空</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="20"></location>
            <source>a cue too short to be seen</source>
            <translation>停留太短，看不清</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="26"></location>
            <source>at least</source>
            <translation>至少</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="29"></location>
            <source>a cue that stands too long</source>
            <translation>停留过久</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="35"></location>
            <source>at most</source>
            <translation>最多</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="54"></location>
            <source>{frames} on screen; {bound} {limit}.</source>
            <translation>停留 {frames}，{bound} {limit} 帧。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="61"></location>
            <source>It ends {seconds:g} s before it starts.</source>
            <translation>出点比入点早 {seconds:g} 秒。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="63"></location>
            <source>{seconds:g} s on screen; {bound} {limit:g} s.</source>
            <translation>停留 {seconds:g} 秒，{bound} {limit:g} 秒。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="83"></location>
            <source>two cues at once in one language</source>
            <translation>同一语言两条同时出现</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="103"></location>
            <source>Stands together with cue {before} for {shared:g} s.</source>
            <translation>与第 {before} 条重叠 {shared:g} 秒。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="108"></location>
            <source>Two cues of one language at the same place hide each other.</source>
            <translation>同一语言的两条在同一位置会互相遮挡。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="124"></location>
            <source>two cues with too little between them</source>
            <translation>两条之间间隔太短</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="153"></location>
            <source>{frames} after the cue before; at least {limit}.</source>
            <translation>距上一条 {frames}，至少 {limit} 帧。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="159"></location>
            <source>{between} ms after the cue before; at least {limit} ms ({frames} at 24; name the film to count its own).</source>
            <translation>距上一条 {between} 毫秒，至少 {limit} 毫秒（24 帧时为 {frames}；指定影片即可按它自己的帧计算）。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="170"></location>
            <source>a gap that is neither closed nor a pause</source>
            <translation>既未闭合又不成停顿的间隔</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/timing.py" line="187"></location>
            <source>{length} after the cue before: close it to {frames}, or leave a pause.</source>
            <translation>与前一条相隔 {length}：应缩至 {frames}，或留出停顿。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="26"></location>
            <source>A slip of the keyboard in any language.</source>
            <translation>任何语言中的输入疏忽。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="90"></location>
            <source>spaces or empty lines that are too many</source>
            <translation>多余的空格或空行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="104"></location>
            <source>There are spaces or empty lines too many.</source>
            <translation>有多余的空格或空行。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="111"></location>
            <source>marks typed twice</source>
            <translation>重复输入的标点</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="130"></location>
            <source>A mark stands there twice.</source>
            <translation>有标点重复。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="134"></location>
            <source>full stops for an ellipsis</source>
            <translation>用句点代替省略号</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="137"></location>
            <source>Dots in a row: an ellipsis is one character, “…”.</source>
            <translation>连续的点：省略号是一个字符“…”。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="148"></location>
            <source>speakers marked as another language does</source>
            <translation>说话人标记不合本语言习惯</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="156"></location>
            <source>Two speakers: a hyphen before both lines, without a space.</source>
            <translation>两人对话：两行前都加短横，不加空格。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="157"></location>
            <source>Two speakers: a hyphen and a space before both lines.</source>
            <translation>两人对话：两行前都加短横和空格。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="158"></location>
            <source>Two speakers: a hyphen before the second line only, without a space.</source>
            <translation>两人对话：仅第二行前加短横，不加空格。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="159"></location>
            <source>Two speakers: a hyphen and a space before the second line only.</source>
            <translation>两人对话：仅第二行前加短横和空格。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="169"></location>
            <source>commas or full stops where none are written</source>
            <translation>不应出现的逗号或句号</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="175"></location>
            <source>No {marks} in subtitles of this language: a space takes their place.</source>
            <translation>此语言的字幕不用 {marks}：以空格代替。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="184"></location>
            <source>half-width marks beside ideographs</source>
            <translation>汉字旁的半角标点</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="191"></location>
            <source>Half-width marks beside ideographs; they are written full width.</source>
            <translation>汉字旁用了半角标点；应写全角。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="196"></location>
            <source>quotes that do not close, or straight ones</source>
            <translation>未闭合的引号或直引号</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="206"></location>
            <source>A quotation opens and closes.</source>
            <translation>引号有开有合。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="212"></location>
            <source>Straight quotes beside ideographs.</source>
            <translation>汉字旁用了直引号。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="223"></location>
            <source>A quote {mark} stands alone.</source>
            <translation>引号 {mark} 不成对。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="231"></location>
            <source>questions that ¿ or ¡ does not open</source>
            <translation>未以 ¿ 或 ¡ 开头的疑问或感叹</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="243"></location>
            <source>Nothing opens the “{mark}”.</source>
            <translation>没有与“{mark}”对应的开头符号。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="247"></location>
            <source>italics where there are none, or unbalanced ones</source>
            <translation>不该有的斜体，或未配对的斜体</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="255"></location>
            <source>This language is not set in italics.</source>
            <translation>此语言不用斜体。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="257"></location>
            <source>The italics are opened and closed unevenly.</source>
            <translation>斜体标签的开合不配对。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="258"></location>
            <source>A tag that is opened is closed.</source>
            <translation>打开的标签应当关闭。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="271"></location>
            <source>numbers in figures that are written as words</source>
            <translation>应写成文字的数字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="280"></location>
            <source>A number at the start of a sentence is written as a word.</source>
            <translation>句首的数字应写成文字。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/checks/writing.py" line="284"></location>
            <source>{number}: numbers up to {most} are written as words.</source>
            <translation>{number}：{most} 以内的数字应写成文字。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/deciding.py" line="48"></location>
            <source>The cue {cue} cannot be cut after {n} of its lines.</source>
            <translation>字幕 {cue} 不能在第 {n} 行之后分开。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="15"></location>
            <source>edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="65"></location>
            <source>{at} ms is not inside the cue ({start} to {end} ms).</source>
            <translation>{at} 毫秒不在这条字幕之内（{start} 到 {end} 毫秒）。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="71"></location>
            <source>Choose a time after its start and before its end.</source>
            <translation>请选入点之后、出点之前的时间。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="75"></location>
            <location filename="../../studio/subs/searching.py" line="109"></location>
            <source>There is no place {position} in a text of {number} characters.</source>
            <translation>{number} 个字的文字里没有位置 {position}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="96"></location>
            <source>Merging needs at least two cues.</source>
            <translation>合并至少需要两条字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="96"></location>
            <location filename="../../studio/subs/linked_edits.py" line="132"></location>
            <location filename="../../studio/subs/linked_edits.py" line="149"></location>
            <source>Select one more.</source>
            <translation>请再选一条。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="137"></location>
            <source>1 leaves the times alone.</source>
            <translation>1 表示时间不变。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="137"></location>
            <source>A speed must be above 0.</source>
            <translation>速度必须大于 0。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="167"></location>
            <source>{number} are to be pasted over {room}.</source>
            <translation>要粘贴 {number} 条，只有 {room} 条可以覆盖。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="168"></location>
            <source>Insert cues first, or paste fewer.</source>
            <translation>请先插入字幕，或者少粘贴一些。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="191"></location>
            <location filename="../../studio/subs/linked.py" line="53"></location>
            <location filename="../../studio/subs/searching.py" line="91"></location>
            <source>The track has no cue {cue_id}.</source>
            <translation>这条轨里没有字幕 {cue_id}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="192"></location>
            <location filename="../../studio/subs/edits.py" line="209"></location>
            <location filename="../../studio/subs/linked.py" line="54"></location>
            <location filename="../../studio/subs/review.py" line="122"></location>
            <location filename="../../studio/subs/searching.py" line="92"></location>
            <source>It may have been deleted.</source>
            <translation>它可能已被删除。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="208"></location>
            <location filename="../../studio/subs/review.py" line="121"></location>
            <source>The track has no cue {shown}.</source>
            <translation>这条轨里没有字幕 {shown}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/edits.py" line="216"></location>
            <source>A cue cannot end at {end} ms when it starts at {start} ms.</source>
            <translation>入点是 {start} 毫秒的字幕，出点不能在 {end} 毫秒。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="84"></location>
            <source>There is no text encoding called “{name}”.</source>
            <translation>没有名为“{name}”的文字编码。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="85"></location>
            <source>Known are utf-8, utf-16, gb18030, big5, shift_jis, euc_jp, cp949, cp1252 …</source>
            <translation>可用 utf-8、utf-16、gb18030、big5、shift_jis、euc_jp、cp949、cp1252 …</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="132"></location>
            <source>“{name}” is no way back from a second encoding.</source>
            <translation>“{name}”不是还原二次编码的写法。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="133"></location>
            <source>Write it as utf-8/cp1252/utf-8: read as, written as, read as.</source>
            <translation>请写成 utf-8/cp1252/utf-8：先按什么读、再按什么写、最后按什么读。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="140"></location>
            <source>{lines} stay as they were: they do not go back</source>
            <translation>{lines}保持原样：无法还原</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="222"></location>
            <source>{number:,} byte sequence</source>
            <translation>{number:,} 处字节</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="222"></location>
            <source>{number:,} byte sequences</source>
            <translation>{number:,} 处字节</translation>
        </message>
        <message>
            <location filename="../../studio/subs/encodings.py" line="223"></location>
            <source>{count} not readable as {name}, shown as �</source>
            <translation>{count}不能按 {name} 读取，显示为 �</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/base.py" line="243"></location>
            <source>fix</source>
            <translation>修正</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/breaks.py" line="107"></location>
            <source>the lines are broken anew</source>
            <translation>重新断行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/run.py" line="83"></location>
            <source>Nothing mends the check “{name}”.</source>
            <translation>检查“{name}”无法自动修正。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/run.py" line="153"></location>
            <source>Mending</source>
            <translation>正在修正</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="31"></location>
            <source>spaces and empty lines are taken out</source>
            <translation>去掉多余的空格与空行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="32"></location>
            <source>one mark stays</source>
            <translation>只留一个标点</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="33"></location>
            <source>one character instead of dots</source>
            <translation>以一个省略号字符代替连点</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="34"></location>
            <source>tags are taken out or closed</source>
            <translation>去掉或关闭标签</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="35"></location>
            <source>a space instead, at the end of a line nothing</source>
            <translation>以空格代替，行末则删去</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="36"></location>
            <source>full-width marks instead</source>
            <translation>改为全角标点</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="37"></location>
            <source>curly quotes instead</source>
            <translation>改为弯引号</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="38"></location>
            <source>speakers are marked as the language marks them</source>
            <translation>按本语言习惯标记说话人</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="44"></location>
            <source>characters are exchanged for those of the own way of writing</source>
            <translation>换成本轨写法的汉字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/texts.py" line="51"></location>
            <source>the cue is taken out</source>
            <translation>删去该条字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="40"></location>
            <location filename="../../studio/subs/fixes/times.py" line="53"></location>
            <source>stands longer</source>
            <translation>延长显示时间</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="46"></location>
            <source>ends earlier</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="82"></location>
            <location filename="../../studio/subs/fixes/times.py" line="88"></location>
            <source>the cue before ends earlier</source>
            <translation>前一条提前结束</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="94"></location>
            <source>the cue before ends later, up to the least gap</source>
            <translation>前一条延后结束，直到最小间隔</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="110"></location>
            <source>starts where the cut asks for it</source>
            <translation>按镜头切换调整开始</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="129"></location>
            <source>ends where the cut asks for it</source>
            <translation>按镜头切换调整结束</translation>
        </message>
        <message>
            <location filename="../../studio/subs/fixes/times.py" line="138"></location>
            <source>comes and goes with the other language</source>
            <translation>与另一种语言同时起止</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="29"></location>
            <source>{number:,} effect field</source>
            <translation>{number:,} 个效果字段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="29"></location>
            <source>{number:,} effect fields</source>
            <translation>{number:,} 个效果字段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="29"></location>
            <source>{number:,} name field</source>
            <translation>{number:,} 个名称字段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="29"></location>
            <source>{number:,} name fields</source>
            <translation>{number:,} 个名称字段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="87"></location>
            <source>its sections are in disorder; saving writes it anew, without styles</source>
            <translation>各段顺序混乱；保存时会重新写出，不带样式</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="95"></location>
            <location filename="../../studio/subs/formats/srt.py" line="142"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="132"></location>
            <source>{number:,} NUL character</source>
            <translation>{number:,} 个 NUL 字符</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="95"></location>
            <location filename="../../studio/subs/formats/srt.py" line="142"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="132"></location>
            <source>{number:,} NUL characters</source>
            <translation>{number:,} 个 NUL 字符</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="96"></location>
            <location filename="../../studio/subs/formats/srt.py" line="142"></location>
            <source>{characters} removed</source>
            <translation>已去掉 {characters}</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="109"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="31"></location>
            <source>{number:,} attachment section</source>
            <translation>{number:,} 个附件段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="109"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="31"></location>
            <source>{number:,} attachment sections</source>
            <translation>{number:,} 个附件段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="111"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="26"></location>
            <source>{number:,} style</source>
            <translation>{number:,} 个样式</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="111"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="26"></location>
            <source>{number:,} styles</source>
            <translation>{number:,} 个样式</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="123"></location>
            <source>{number:,} comment line</source>
            <translation>{number:,} 行注释</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="123"></location>
            <source>{number:,} comment lines</source>
            <translation>{number:,} 行注释</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="130"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="114"></location>
            <location filename="../../studio/subs/formats/srt.py" line="225"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="307"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="248"></location>
            <source>its time code cannot be read</source>
            <translation>时间码读不出来</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="131"></location>
            <source>it has too few fields</source>
            <translation>字段不够</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="135"></location>
            <source>it is a drawing, not text</source>
            <translation>是图形，不是文字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="140"></location>
            <source>{number:,} bracketed remark</source>
            <translation>{number:,} 条花括号备注</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="140"></location>
            <source>{number:,} bracketed remarks</source>
            <translation>{number:,} 条花括号备注</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="158"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="89"></location>
            <location filename="../../studio/subs/formats/srt.py" line="198"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="346"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="217"></location>
            <source>time code “{line}” was written in an unusual way</source>
            <translation>时间码“{line}”的写法不常见</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass.py" line="160"></location>
            <source>time code “{line}”: before the film's start</source>
            <translation>时间码“{line}”：早于影片开头</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="77"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="122"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="241"></location>
            <source>styles and positions of the cues</source>
            <translation>字幕的样式和位置</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="81"></location>
            <source>times rounded to hundredths of a second</source>
            <translation>时间取整到百分之一秒</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="82"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="121"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="93"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="240"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="285"></location>
            <source>times before the film's start</source>
            <translation>时间早于影片开头</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="83"></location>
            <source>times beyond the format's ten hours</source>
            <translation>时间超过该格式的十小时</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="100"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="71"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="116"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="115"></location>
            <source>{loss}: {times}.</source>
            <translation>{loss}：{times}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="100"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="71"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="116"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="115"></location>
            <source>{number:,} time</source>
            <translation>{number:,} 处</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="100"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="71"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="116"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="115"></location>
            <source>{number:,} times</source>
            <translation>{number:,} 处</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ass_writing.py" line="141"></location>
            <location filename="../../studio/subs/formats/sbv.py" line="129"></location>
            <location filename="../../studio/subs/formats/ttml_words.py" line="49"></location>
            <source>voice, font and other foreign tags</source>
            <translation>说话人、字体等外来标签</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/base.py" line="78"></location>
            <source>{parts} of the file stand in no cue.</source>
            <translation>文件里有 {parts}不属于任何字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/base.py" line="120"></location>
            <source>subtitle format</source>
            <translation>字幕格式</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/sbv.py" line="115"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="307"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="248"></location>
            <source>it has no time code</source>
            <translation>没有时间码</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/sbv.py" line="127"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="311"></location>
            <source>empty lines inside a text</source>
            <translation>文字中的空行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/sbv.py" line="131"></location>
            <location filename="../../studio/subs/formats/srt.py" line="369"></location>
            <source>text like a time code, held apart by an invisible sign</source>
            <translation>文字形似时间码，已用不可见字符隔开</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="138"></location>
            <source>a byte-order mark in the middle of the file was removed</source>
            <translation>文件中间的字节序标记已去掉</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="159"></location>
            <source>“{before}” stood before the time code on its line</source>
            <translation>时间码那一行前面有“{before}”</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="171"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="226"></location>
            <source>text on the time line was taken into the cue: “{rest}”</source>
            <translation>时间码那一行上的文字已收进字幕：“{rest}”</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="190"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="210"></location>
            <source>time code “{line}”: {listed}</source>
            <translation>时间码“{line}”：{listed}</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="235"></location>
            <source>it stands before the first time code</source>
            <translation>在第一个时间码之前</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="253"></location>
            <source>no number and no empty line before the time code</source>
            <translation>时间码前既没有编号也没有空行</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="264"></location>
            <source>the file ends with the number {lines}, kept as text; the cue that it announces is missing</source>
            <translation>文件以编号 {lines} 结尾，按文字保留；它后面的字幕缺失</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="278"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="204"></location>
            <source>its time code is out of bounds</source>
            <translation>时间码超出范围</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="310"></location>
            <source>number {lines} has no time code; it stands with its text in the cue before</source>
            <translation>编号 {lines} 没有时间码，连同文字并入上一条</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="365"></location>
            <source>before the film's start, written as 0</source>
            <translation>早于影片开头，写为 0</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="366"></location>
            <source>style or position not kept</source>
            <translation>样式或位置未保留</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="367"></location>
            <source>empty lines inside the text closed up</source>
            <translation>文字中的空行已合并</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="368"></location>
            <source>voice, class or time tags not kept</source>
            <translation>说话人、类别或时间标签未保留</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/srt.py" line="372"></location>
            <source>{number}: {loss}.</source>
            <translation>{number}：{loss}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="139"></location>
            <source>minutes or seconds above 59</source>
            <translation>分或秒大于 59</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="140"></location>
            <source>before the film's start</source>
            <translation>早于影片开头</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="152"></location>
            <source>no hours</source>
            <translation>没有小时</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="153"></location>
            <source>no milliseconds</source>
            <translation>没有毫秒</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="155"></location>
            <source>no hours and no milliseconds</source>
            <translation>没有小时和毫秒</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="156"></location>
            <source>no minutes</source>
            <translation>没有分钟</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="163"></location>
            <source>{number:,} digit</source>
            <translation>{number:,} 位数字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="163"></location>
            <source>{number:,} digits</source>
            <translation>{number:,} 位数字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/times.py" line="164"></location>
            <source>{digits} after the seconds, taken as {taken} ms</source>
            <translation>秒后有 {digits}，按 {taken} 毫秒处理</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="27"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="38"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="39"></location>
            <source>{number:,} region</source>
            <translation>{number:,} 个区域</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="27"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="38"></location>
            <location filename="../../studio/subs/formats/vtt.py" line="39"></location>
            <source>{number:,} regions</source>
            <translation>{number:,} 个区域</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="28"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="227"></location>
            <source>{number:,} metadata section</source>
            <translation>{number:,} 个元数据段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="28"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="227"></location>
            <source>{number:,} metadata sections</source>
            <translation>{number:,} 个元数据段</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="29"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="30"></location>
            <source>{number:,} animation</source>
            <translation>{number:,} 个动画</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="29"></location>
            <location filename="../../studio/subs/formats/ttml.py" line="30"></location>
            <source>{number:,} animations</source>
            <translation>{number:,} 个动画</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="88"></location>
            <source>times inside timed parts count from the film's start; else they end after them</source>
            <translation>带时间的部分内的时间从影片开头算起；否则会晚于所在部分结束</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="156"></location>
            <source>it is a picture, not text</source>
            <translation>是图片，不是文字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="171"></location>
            <source>Its elements lie more than {limit} deep in each other.</source>
            <translation>元素嵌套超过 {limit} 层。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="301"></location>
            <source>a paragraph was not closed</source>
            <translation>有段落没有结束标签</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="337"></location>
            <source>its time is that of its parts</source>
            <translation>时间取自其中各部分</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="340"></location>
            <source>{number:,} inner time</source>
            <translation>{number:,} 个内部时间</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="340"></location>
            <source>{number:,} inner times</source>
            <translation>{number:,} 个内部时间</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="350"></location>
            <source>it ends with the part around it</source>
            <translation>随所在部分一同结束</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml.py" line="363"></location>
            <source>no end; it is shown till the next begins, the last for {number} s</source>
            <translation>没有结束时间；显示到下一条开始，最后一条显示 {number} 秒</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml_words.py" line="59"></location>
            <source>control characters, which XML cannot hold</source>
            <translation>XML 无法保存的控制字符</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="63"></location>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="84"></location>
            <source>positions changed at the top of the picture</source>
            <translation>画面顶部位置的改动</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="97"></location>
            <source>times rounded to frames</source>
            <translation>时间已取整到帧</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="110"></location>
            <source>the document it was read from, which is damaged or has no cue</source>
            <translation>原文档的其余内容（文档已损坏或没有字幕）</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/ttml_writing.py" line="143"></location>
            <source>parts that time several cues together, written out cue by cue</source>
            <translation>统一给多条字幕定时的部分，已逐条写出</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="36"></location>
            <source>{number:,} note</source>
            <translation>{number:,} 条注释</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="36"></location>
            <source>{number:,} notes</source>
            <translation>{number:,} 条注释</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="37"></location>
            <source>{number:,} style block</source>
            <translation>{number:,} 个样式块</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="37"></location>
            <source>{number:,} style blocks</source>
            <translation>{number:,} 个样式块</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="106"></location>
            <source>the order of the cues (WebVTT is ordered by time)</source>
            <translation>字幕的先后（WebVTT 按时间排序）</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="131"></location>
            <source>{characters} shown as �</source>
            <translation>{characters}显示为 �</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="144"></location>
            <source>the first line is not WEBVTT</source>
            <translation>第一行不是 WEBVTT</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="148"></location>
            <source>{number:,} header line</source>
            <translation>{number:,} 行文件头</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="148"></location>
            <source>{number:,} header lines</source>
            <translation>{number:,} 行文件头</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="167"></location>
            <source>it stands before a time code</source>
            <translation>在时间码之前</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="188"></location>
            <source>{number:,} cue identifier</source>
            <translation>{number:,} 个字幕标识</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="188"></location>
            <source>{number:,} cue identifiers</source>
            <translation>{number:,} 个字幕标识</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="315"></location>
            <source>override tags</source>
            <translation>覆盖标签</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="323"></location>
            <source>font and other foreign tags</source>
            <translation>字体等外来标签</translation>
        </message>
        <message>
            <location filename="../../studio/subs/formats/vtt.py" line="340"></location>
            <source>styles and positions of another format</source>
            <translation>另一种格式的样式和位置</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="121"></location>
            <source>the file's name</source>
            <translation>文件名</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="196"></location>
            <source>there are no letters</source>
            <translation>没有文字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="198"></location>
            <source>its kana</source>
            <translation>假名</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="207"></location>
            <source>its letters</source>
            <translation>字母</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="208"></location>
            <source>its script</source>
            <translation>文字系统</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="229"></location>
            <location filename="../../studio/subs/language.py" line="228"></location>
            <source>its characters</source>
            <translation>用字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="249"></location>
            <source>too few known words</source>
            <translation>认识的词太少</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language.py" line="250"></location>
            <source>its words</source>
            <translation>用词</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="8"></location>
            <source>Arabic</source>
            <translation>阿拉伯语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="9"></location>
            <source>German</source>
            <translation>德语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="10"></location>
            <source>English</source>
            <translation>英语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="11"></location>
            <source>Spanish</source>
            <translation>西班牙语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="12"></location>
            <source>French</source>
            <translation>法语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="13"></location>
            <source>Hebrew</source>
            <translation>希伯来语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="14"></location>
            <source>Hindi</source>
            <translation>印地语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="15"></location>
            <source>Indonesian</source>
            <translation>印度尼西亚语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="16"></location>
            <source>Italian</source>
            <translation>意大利语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="17"></location>
            <source>Japanese</source>
            <translation>日语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="18"></location>
            <source>Korean</source>
            <translation>韩语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="19"></location>
            <source>Dutch</source>
            <translation>荷兰语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="20"></location>
            <source>Polish</source>
            <translation>波兰语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="21"></location>
            <source>Portuguese</source>
            <translation>葡萄牙语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="22"></location>
            <source>Russian</source>
            <translation>俄语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="23"></location>
            <source>Thai</source>
            <translation>泰语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="24"></location>
            <source>Turkish</source>
            <translation>土耳其语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="25"></location>
            <source>Ukrainian</source>
            <translation>乌克兰语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="26"></location>
            <source>Vietnamese</source>
            <translation>越南语</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="27"></location>
            <source>Simplified Chinese</source>
            <translation>简体中文</translation>
        </message>
        <message>
            <location filename="../../studio/subs/language_names.py" line="28"></location>
            <source>Traditional Chinese</source>
            <translation>繁体中文</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked.py" line="209"></location>
            <source>There is no time for this cue between its boundaries.</source>
            <translation>在它的边界之间，这条字幕没有时间可用。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked.py" line="210"></location>
            <source>Give its partner more time, or let each track have its own times.</source>
            <translation>请给对应的字幕更多时间，或者让两条字幕轨各用自己的时间。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="18"></location>
            <source>edit of linked tracks</source>
            <translation>对应字幕轨的编辑</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="104"></location>
            <source>Only a link of one cue with one can be split on both sides.</source>
            <translation>只有一条对一条的对应才能两边同时拆分。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="105"></location>
            <source>Split the cues of one side.</source>
            <translation>请拆分其中一边的字幕。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="132"></location>
            <source>Merging needs at least two links.</source>
            <translation>合并至少需要两处对应。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="149"></location>
            <source>Linking needs at least two links.</source>
            <translation>建立对应至少需要两处。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="183"></location>
            <location filename="../../ui/subs/mending.py" line="159"></location>
            <source>The subtitles changed while they were looked at.</source>
            <translation>查看期间字幕已被修改。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="184"></location>
            <location filename="../../ui/subs/mending.py" line="160"></location>
            <source>Ask for it again.</source>
            <translation>请重新执行。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="274"></location>
            <source>Cues of which track?</source>
            <translation>是哪条字幕轨的字幕？</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linked_edits.py" line="274"></location>
            <source>Name a or b.</source>
            <translation>请写明 a 或 b。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linking.py" line="67"></location>
            <location filename="../../studio/subs/linking.py" line="69"></location>
            <source>Comparing the tracks' times</source>
            <translation>正在比较各轨的时间</translation>
        </message>
        <message>
            <location filename="../../studio/subs/linking.py" line="70"></location>
            <source>Linking cues</source>
            <translation>正在对齐字幕</translation>
        </message>
        <message>
            <location filename="../../studio/subs/links_file.py" line="55"></location>
            <location filename="../../studio/subs/review.py" line="224"></location>
            <source>must have schema {schema}, has {schema2}</source>
            <translation>须为 schema {schema}，现为 {schema2}</translation>
        </message>
        <message>
            <location filename="../../studio/subs/links_file.py" line="58"></location>
            <source>must have a speed above 0</source>
            <translation>speed 须大于 0</translation>
        </message>
        <message>
            <location filename="../../studio/subs/links_file.py" line="190"></location>
            <location filename="../../studio/subs/review.py" line="234"></location>
            <source>“{film}” cannot be part of a file name.</source>
            <translation>“{film}”不能用在文件名里。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="124"></location>
            <source>{path} is not a subtitle file: it is a film, a picture or another binary file.</source>
            <translation>{path} 不是字幕文件：是影片、图片或其他二进制文件。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="128"></location>
            <location filename="../../studio/subs/reading.py" line="139"></location>
            <source>Name a text file such as .srt, .vtt or .ass.</source>
            <translation>请选 .srt、.vtt、.ass 之类的文本文件。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="138"></location>
            <source>{path} is not a text file.</source>
            <translation>{path} 不是文本文件。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="158"></location>
            <source>{path} has no time codes that Lobbycard knows.</source>
            <translation>{path} 里没有 Lobbycard 认识的时间码。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="159"></location>
            <source>Known formats: {listed}.</source>
            <translation>可用格式：{listed}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="166"></location>
            <source>{path} has far more than {max_cues:,} cues, which is the limit.</source>
            <translation>{path} 的字幕远超上限 {max_cues:,} 条。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="177"></location>
            <source>{path}: {reason}</source>
            <translation>{path}：{reason}</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="181"></location>
            <source>{path} has {cues}; the limit is {max_cues:,}.</source>
            <translation>{path} 有 {cues}，上限是 {max_cues:,} 条。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="191"></location>
            <source>{path} has no time codes: it is not {form}.</source>
            <translation>{path} 没有时间码，不是 {form}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="210"></location>
            <source>what looks like a time code stands inside of another text and stays there</source>
            <translation>形似时间码的内容位于另一段文字中，保留在原处</translation>
        </message>
        <message>
            <location filename="../../studio/subs/reading.py" line="230"></location>
            <source>line ends CR, as on old Macintoshes</source>
            <translation>换行符是 CR，如旧款 Mac</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report.py" line="285"></location>
            <location filename="../../ui/poster/words.py" line="58"></location>
            <source>{number:,} error</source>
            <translation>{number:,} 处错误</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report.py" line="285"></location>
            <location filename="../../ui/poster/words.py" line="58"></location>
            <source>{number:,} errors</source>
            <translation>{number:,} 处错误</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report.py" line="286"></location>
            <location filename="../../ui/poster/words.py" line="58"></location>
            <source>{number:,} warning</source>
            <translation>{number:,} 处警告</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report.py" line="286"></location>
            <location filename="../../ui/poster/words.py" line="58"></location>
            <source>{number:,} warnings</source>
            <translation>{number:,} 处警告</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report.py" line="287"></location>
            <location filename="../../ui/poster/words.py" line="58"></location>
            <source>{number:,} hint</source>
            <translation>{number:,} 条提示</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report.py" line="287"></location>
            <location filename="../../ui/poster/words.py" line="58"></location>
            <source>{number:,} hints</source>
            <translation>{number:,} 条提示</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report_files.py" line="37"></location>
            <source>{path}: a report is not written as “{ending}”.</source>
            <translation>{path}：报告不能写成“{ending}”。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report_files.py" line="42"></location>
            <source>Name it {endings}.</source>
            <translation>文件名请以 {endings} 结尾。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/report_grabs.py" line="44"></location>
            <source>Taking pictures</source>
            <translation>正在截取画面</translation>
        </message>
        <message>
            <location filename="../../studio/subs/review.py" line="55"></location>
            <source>“{when}” is not a time.</source>
            <translation>“{when}”不是时间。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/review.py" line="56"></location>
            <source>Write it as 2026-11-22T18:04:00Z.</source>
            <translation>请写作 2026-11-22T18:04:00Z。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/review.py" line="59"></location>
            <location filename="../../ui/subs/note_dialog.py" line="42"></location>
            <source>A note may have {most:,} characters.</source>
            <translation>备注至多 {most:,} 个字符。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/review.py" line="228"></location>
            <source>must name each language once</source>
            <translation>每种语言只能出现一次</translation>
        </message>
        <message>
            <location filename="../../studio/subs/searching.py" line="156"></location>
            <source>What is looked for has 1 to {most} characters.</source>
            <translation>查找内容须为 1 到 {most} 个字符。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/searching.py" line="165"></location>
            <source>The pattern cannot be: {error}.</source>
            <translation>表达式有误：{error}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/searching.py" line="166"></location>
            <source>Put \ before a sign that stands for itself, such as \( or \?.</source>
            <translation>若符号代表其本身，请在前面加 \，例如 \( 或 \?。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/searching.py" line="198"></location>
            <source>The pattern has no group {name}.</source>
            <translation>表达式中没有分组 {name}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/searching.py" line="199"></location>
            <source>It has {number}, each between ( and ).</source>
            <translation>共有 {number} 个分组，各写在 ( 与 ) 之间。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="58"></location>
            <source>There are not two languages in this track.</source>
            <translation>这条字幕轨里没有两种语言。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="59"></location>
            <source>Only tracks that show two languages can be split.</source>
            <translation>只有双语字幕轨才能拆开。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="225"></location>
            <source>it has no letters</source>
            <translation>其中没有文字</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="234"></location>
            <source>its languages stand in another order</source>
            <translation>两种语言的顺序与别处不同</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="246"></location>
            <source>a line cannot be told</source>
            <translation>有一行无法判断语言</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="252"></location>
            <source>a tag goes across both languages</source>
            <translation>有标签跨越两种语言</translation>
        </message>
        <message>
            <location filename="../../studio/subs/splitting.py" line="258"></location>
            <source>it could not be put together again as it was</source>
            <translation>拆开后无法还原成原样</translation>
        </message>
        <message>
            <location filename="../../studio/subs/writing.py" line="93"></location>
            <source>{path}: “{suffix}” is no suffix of a subtitle format.</source>
            <translation>{path}：“{suffix}”不是字幕格式的扩展名。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/writing.py" line="118"></location>
            <source>{path}: {encoding} cannot hold {characters}: {shown}.</source>
            <translation>{path}：{encoding} 容不下 {characters}：{shown}。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/writing.py" line="126"></location>
            <source>{path}: {encoding} cannot hold {characters}: {shown} (cue {where}).</source>
            <translation>{path}：{encoding} 容不下 {characters}：{shown}（第 {where} 条）。</translation>
        </message>
        <message>
            <location filename="../../studio/subs/writing.py" line="136"></location>
            <source>Write UTF-8 or GB18030, or change the text.</source>
            <translation>请写成 UTF-8 或 GB18030，或改动文字。</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/face.py" line="80"></location>
            <source>Is it damaged?</source>
            <translation>它是否已损坏？</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/face.py" line="80"></location>
            <source>The font {path} cannot be read.</source>
            <translation>无法读取字体 {path}。</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/face.py" line="128"></location>
            <source>Install it again.</source>
            <translation>请重新安装它。</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/face.py" line="128"></location>
            <source>The font {path} is gone.</source>
            <translation>字体 {path} 不见了。</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/fonts.py" line="195"></location>
            <source>There are no fonts in {folder}.</source>
            <translation>{folder} 里没有字体。</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/style.py" line="64"></location>
            <source>features: “{tag}” is not an OpenType tag of four letters</source>
            <translation>features：“{tag}”不是四个字母的 OpenType 标签</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/wrapping.py" line="133"></location>
            <source>The text “{text}…” has {characters}; what is set in balanced lines may have {longest:,}.</source>
            <translation>文字“{text}…”有 {characters}，均衡断行最多 {longest:,} 个。</translation>
        </message>
        <message>
            <location filename="../../studio/typeset/wrapping.py" line="140"></location>
            <source>Shorten or divide it.</source>
            <translation>请缩短或拆开。</translation>
        </message>
        <message>
            <location filename="../../ui/arrival.py" line="116"></location>
            <location filename="../../ui/film/page.py" line="53"></location>
            <location filename="../../ui/keys/commands.py" line="19"></location>
            <location filename="../../ui/keys/goals.py" line="47"></location>
            <location filename="../../ui/player/full.py" line="28"></location>
            <location filename="../../ui/subs/head.py" line="33"></location>
            <location filename="../../ui/subs/head.py" line="160"></location>
            <source>Film</source>
            <translation>影片</translation>
        </message>
        <message>
            <location filename="../../ui/arrival.py" line="117"></location>
            <source>Posters</source>
            <translation>海报</translation>
        </message>
        <message>
            <location filename="../../ui/arrival.py" line="118"></location>
            <location filename="../../ui/keys/commands.py" line="20"></location>
            <location filename="../../ui/keys/goals.py" line="81"></location>
            <source>Subtitles</source>
            <translation>字幕</translation>
        </message>
        <message>
            <location filename="../../ui/arrival.py" line="119"></location>
            <location filename="../../ui/deliver/page.py" line="48"></location>
            <location filename="../../ui/keys/commands.py" line="20"></location>
            <source>Deliver</source>
            <translation>交付</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="58"></location>
            <source>New campaign</source>
            <translation>新建项目</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="82"></location>
            <source>Drop films or a folder of films here.</source>
            <translation>把影片或影片文件夹拖到这里。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="83"></location>
            <source>Choose a folder…</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="84"></location>
            <source>Subtitles that lie beside them, such as film.en.srt, come along.</source>
            <translation>放在旁边的字幕（如 film.en.srt）会一并加入。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="93"></location>
            <location filename="../../ui/campaign/begin.py" line="160"></location>
            <location filename="../../ui/campaign/packing.py" line="42"></location>
            <location filename="../../ui/campaign/packing.py" line="47"></location>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="111"></location>
            <source>Create</source>
            <translation>建立</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="119"></location>
            <source>Folder…</source>
            <translation>文件夹…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="120"></location>
            <source>Take all films of a folder</source>
            <translation>选用一个文件夹里的全部影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="122"></location>
            <source>Films…</source>
            <translation>影片…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="123"></location>
            <source>Choose single films</source>
            <translation>逐部选择影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="138"></location>
            <location filename="../../ui/campaign/market_grid.py" line="82"></location>
            <location filename="../../ui/documents/documents.py" line="151"></location>
            <location filename="../../ui/film/films_list.py" line="66"></location>
            <location filename="../../ui/film/films_list.py" line="76"></location>
            <location filename="../../ui/tree/outline.py" line="47"></location>
            <source>Films</source>
            <translation>影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="143"></location>
            <location filename="../../ui/campaign/packing.py" line="68"></location>
            <location filename="../../ui/keys/keys_dialog.py" line="173"></location>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="152"></location>
            <source>Shown in</source>
            <translation>展映市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="159"></location>
            <location filename="../../ui/campaign/markets.py" line="131"></location>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="171"></location>
            <source>Choose a folder of films</source>
            <translation>选择影片文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="176"></location>
            <source>Films ({endings})</source>
            <translation>影片（{endings}）</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="178"></location>
            <source>Choose films</source>
            <translation>选择影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="196"></location>
            <source>There is no film among these.</source>
            <translation>这些里面没有影片。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="198"></location>
            <source>Looking for films</source>
            <translation>正在查找影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="230"></location>
            <source>Reading a film</source>
            <translation>正在读取影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="251"></location>
            <source>Where shall the campaign lie?</source>
            <translation>项目放在哪里？</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="281"></location>
            <source>The film, and {n} usual placements for posters. All can be changed later.</source>
            <translation>影片，以及 {n} 种常用海报位。之后都可以改。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="292"></location>
            <source>Films from elsewhere are copied there: {size}.</source>
            <translation>别处的影片会复制过去：{size}。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/begin.py" line="301"></location>
            <source>Creating the campaign</source>
            <translation>正在建立项目</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="43"></location>
            <source>Posters take inks, faces, logo and legal line from it; what is empty stays.</source>
            <translation>海报从这里取字色、字体、标志和法律声明；留空的保持原样。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="44"></location>
            <source>Brand kit</source>
            <translation>品牌套件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="46"></location>
            <location filename="../../ui/campaign/brand.py" line="82"></location>
            <source>Light ink</source>
            <translation>浅字色</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="47"></location>
            <location filename="../../ui/campaign/brand.py" line="83"></location>
            <source>Dark ink</source>
            <translation>深字色</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="48"></location>
            <location filename="../../ui/campaign/brand.py" line="85"></location>
            <source>Logo on dark</source>
            <translation>深底标志</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="49"></location>
            <location filename="../../ui/campaign/brand.py" line="86"></location>
            <source>Logo on light</source>
            <translation>浅底标志</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="61"></location>
            <source>Legal lines</source>
            <translation>法律声明</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="66"></location>
            <location filename="../../ui/documents/gate.py" line="99"></location>
            <location filename="../../ui/shell/own.py" line="45"></location>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="87"></location>
            <source>Size of the logo</source>
            <translation>标志大小</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="89"></location>
            <source>as in the template</source>
            <translation>同模板</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="91"></location>
            <source>Faces for {script}</source>
            <translation>{script} 的字体</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="99"></location>
            <source>Legal lines by market and language</source>
            <translation>各市场各语言的法律声明</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="100"></location>
            <location filename="../../ui/campaign/deck.py" line="18"></location>
            <location filename="../../ui/subs/mend_dialog.py" line="89"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="21"></location>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="100"></location>
            <source>Line</source>
            <translation>文字</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="100"></location>
            <location filename="../../ui/keys/goals.py" line="51"></location>
            <location filename="../../ui/poster/bar.py" line="55"></location>
            <source>Market</source>
            <translation>市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="108"></location>
            <source>All others</source>
            <translation>其余全部</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="159"></location>
            <source>Write a colour as #rrggbb, or leave it empty.</source>
            <translation>请把颜色写成 #rrggbb，或留空。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand.py" line="166"></location>
            <source>Latin</source>
            <translation>拉丁文</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="37"></location>
            <source>template</source>
            <translation>模板</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="42"></location>
            <location filename="../../ui/campaign/brand_fields.py" line="91"></location>
            <location filename="../../ui/reel/figures.py" line="77"></location>
            <source>Choose: {name}</source>
            <translation>选取：{name}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="89"></location>
            <location filename="../../ui/reel/figures.py" line="75"></location>
            <source>Choose…</source>
            <translation>选取…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="96"></location>
            <source>Without this logo</source>
            <translation>不用这个标志</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="97"></location>
            <location filename="../../ui/reel/figures.py" line="87"></location>
            <location filename="../../ui/reel/figures.py" line="88"></location>
            <source>Without: {name}</source>
            <translation>不用：{name}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="115"></location>
            <location filename="../../ui/reel/cards.py" line="106"></location>
            <source>Pictures ({endings})</source>
            <translation>图片（{endings}）</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="116"></location>
            <source>Choose a logo</source>
            <translation>选取标志</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/brand_fields.py" line="125"></location>
            <location filename="../../ui/reel/music.py" line="94"></location>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="23"></location>
            <source>No captions</source>
            <translation>无字幕</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="25"></location>
            <source>In the file, to be switched on</source>
            <translation>封装在文件内，可开关</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="27"></location>
            <source>The usual: {style}</source>
            <translation>默认：{style}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="39"></location>
            <location filename="../../ui/campaign/captions_choice.py" line="43"></location>
            <location filename="../../ui/player/commands.py" line="112"></location>
            <location filename="../../ui/player/transport.py" line="39"></location>
            <source>Captions</source>
            <translation>画面字幕</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="49"></location>
            <source>A film without subtitles has none, whatever is chosen.</source>
            <translation>没有字幕的影片，无论怎么选都不带字幕。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="61"></location>
            <location filename="../../ui/campaign/file_kinds.py" line="119"></location>
            <source>{form} is not asked for here.</source>
            <translation>这里不交付{form}。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="63"></location>
            <source>Captions of {form} in {market}</source>
            <translation>“{form}”在{market}的画面字幕</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/captions_choice.py" line="65"></location>
            <source>Captions of {form} in all markets</source>
            <translation>“{form}”在所有市场的画面字幕</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="19"></location>
            <source>Markets and languages…</source>
            <translation>市场与语言…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="20"></location>
            <source>Brand kit…</source>
            <translation>品牌套件…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="21"></location>
            <source>Export the copy deck…</source>
            <translation>导出文案表…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="22"></location>
            <source>Import a copy deck…</source>
            <translation>导入文案表…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="23"></location>
            <source>Duplicate a film or poster…</source>
            <translation>复制影片或海报…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="24"></location>
            <source>Package…</source>
            <translation>打包…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/commands.py" line="25"></location>
            <source>Relink missing files…</source>
            <translation>重新链接缺失的文件…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="18"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="21"></location>
            <source>After</source>
            <translation>改后</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="18"></location>
            <location filename="../../ui/film/new_edit.py" line="101"></location>
            <location filename="../../ui/poster/canvas_view.py" line="258"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="21"></location>
            <source>Before</source>
            <translation>改前</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="18"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="21"></location>
            <source>Cell</source>
            <translation>单元格</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="18"></location>
            <location filename="../../ui/reel/slate.py" line="29"></location>
            <location filename="../../ui/subs/import_parts.py" line="106"></location>
            <location filename="../../ui/subs/import_parts.py" line="153"></location>
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="18"></location>
            <location filename="../../ui/film/new_edit.py" line="101"></location>
            <location filename="../../ui/subs/export_dialog.py" line="73"></location>
            <location filename="../../ui/subs/import_parts.py" line="106"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="21"></location>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="25"></location>
            <source>not in the deck</source>
            <translation>表中没有</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="34"></location>
            <source>{n} as before</source>
            <translation>{n} 条不变</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="35"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="49"></location>
            <source>What {file} would change</source>
            <translation>{file} 会改动什么</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="43"></location>
            <location filename="../../ui/deliver/settling.py" line="26"></location>
            <location filename="../../ui/documents/bringing.py" line="59"></location>
            <location filename="../../ui/documents/documents.py" line="282"></location>
            <location filename="../../ui/documents/gate.py" line="99"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="58"></location>
            <location filename="../../ui/widgets/dialogs.py" line="79"></location>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="43"></location>
            <location filename="../../ui/help/about.py" line="67"></location>
            <location filename="../../ui/safety/versions.py" line="58"></location>
            <location filename="../../ui/shell/bar.py" line="38"></location>
            <location filename="../../ui/subs/find_bar.py" line="68"></location>
            <location filename="../../ui/subs/import_dialog.py" line="83"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="58"></location>
            <location filename="../../ui/widgets/states.py" line="109"></location>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="44"></location>
            <location filename="../../ui/film/reading_as.py" line="63"></location>
            <location filename="../../ui/reel/dialog.py" line="74"></location>
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="50"></location>
            <source>Every text of the deck is as the campaign has it.</source>
            <translation>文案表与项目完全一致。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="64"></location>
            <source>Take away the {n} texts that are empty in the deck</source>
            <translation>清掉文案表中为空的 {n} 条文字</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="66"></location>
            <source>Take away the text that is empty in the deck</source>
            <translation>清掉文案表中为空的那条文字</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="84"></location>
            <source>Apply 1 change</source>
            <translation>应用 1 处改动</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="84"></location>
            <source>Apply {n} changes</source>
            <translation>应用 {n} 处改动</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/deck.py" line="97"></location>
            <location filename="../../ui/subs/sheet_dialog.py" line="113"></location>
            <source>(empty)</source>
            <translation>（空）</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="99"></location>
            <location filename="../../ui/deliver/page.py" line="361"></location>
            <source>Change what is delivered</source>
            <translation>更改交付内容</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="133"></location>
            <source>Use the brand kit</source>
            <translation>采用品牌套件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="138"></location>
            <source>Brand kit saved</source>
            <translation>品牌套件已保存</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="145"></location>
            <location filename="../../ui/subs/sheets.py" line="77"></location>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="145"></location>
            <location filename="../../ui/subs/sheets.py" line="77"></location>
            <source>Workbook</source>
            <translation>工作簿</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="147"></location>
            <source>Export the copy deck</source>
            <translation>导出文案表</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="155"></location>
            <source>Writing the copy deck</source>
            <translation>正在写文案表</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="161"></location>
            <source>The copy deck is in {file}</source>
            <translation>文案表在 {file}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="166"></location>
            <source>Copy decks ({endings})</source>
            <translation>文案表（{endings}）</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="167"></location>
            <source>Import a copy deck</source>
            <translation>导入文案表</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="174"></location>
            <source>Reading the copy deck</source>
            <translation>正在读取文案表</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="185"></location>
            <source>Take over the copy deck</source>
            <translation>采用文案表</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="204"></location>
            <source>Duplicate the film {film}</source>
            <translation>复制影片 {film}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="212"></location>
            <source>Duplicate the poster {poster}</source>
            <translation>复制海报 {poster}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="231"></location>
            <source>Packing the campaign</source>
            <translation>正在打包项目</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="237"></location>
            <source>Packed {n} files into {place}</source>
            <translation>已把 {n} 个文件打包到 {place}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="248"></location>
            <source>No file is missing</source>
            <translation>没有缺失的文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="259"></location>
            <source>Relink files</source>
            <translation>重新链接文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/desk.py" line="265"></location>
            <source>Relinked</source>
            <translation>已重新链接</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="28"></location>
            <source>changed</source>
            <translation>改动</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="29"></location>
            <source>added</source>
            <translation>新增</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="30"></location>
            <source>emptied</source>
            <translation>清空</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="31"></location>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="32"></location>
            <source>twice</source>
            <translation>重复</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="33"></location>
            <source>not taken</source>
            <translation>未采用</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="154"></location>
            <source>What differs</source>
            <translation>差别</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/differing.py" line="212"></location>
            <source>{n} {kind}</source>
            <translation>{kind} {n} 条</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/duplicate.py" line="21"></location>
            <source>Choose a film or a poster.</source>
            <translation>请选一部影片或一张海报。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/duplicate.py" line="21"></location>
            <location filename="../../ui/campaign/duplicate.py" line="38"></location>
            <source>Duplicate</source>
            <translation>复制一份</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/duplicate.py" line="24"></location>
            <source>Films and posters</source>
            <translation>影片和海报</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="61"></location>
            <source>Kinds of file</source>
            <translation>文件种类</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="68"></location>
            <source>Colour profile</source>
            <translation>颜色描述文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="70"></location>
            <source>Profile</source>
            <translation>描述文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="114"></location>
            <source>Choose a field above: what a placement is written as, which captions a film has.</source>
            <translation>在上面选一格：决定规格写成什么文件，影片带哪种画面字幕。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="121"></location>
            <source>{form} in {market} is written as</source>
            <translation>{form}在{market}写成</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="122"></location>
            <source>{form} in all markets is written as</source>
            <translation>{form}在所有市场写成</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="129"></location>
            <source>The format's own</source>
            <translation>规格默认</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="132"></location>
            <source>The format's own: {profile}</source>
            <translation>规格默认：{profile}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="142"></location>
            <source>One kind at least: to deliver nothing, take the tick above away.</source>
            <translation>至少留一种：不要交付的话，请去掉上面的勾。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/file_kinds.py" line="158"></location>
            <source>A PDF for print wants the profile of a press.</source>
            <translation>印刷 PDF 需要印刷机的描述文件。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/film_row.py" line="38"></location>
            <source>Title of {file}</source>
            <translation>{file} 的片名</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/film_row.py" line="44"></location>
            <source>Leave this film out</source>
            <translation>不要这部影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/film_row.py" line="45"></location>
            <source>Leave {file} out</source>
            <translation>不要 {file}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/film_row.py" line="68"></location>
            <source>{file}   subtitles: {languages}</source>
            <translation>{file}   字幕：{languages}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/film_row.py" line="74"></location>
            <source>{line}   not taken: {files}</source>
            <translation>{line}   未采用：{files}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/film_row.py" line="100"></location>
            <source>Not taken: {why}</source>
            <translation>未采用：{why}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="10"></location>
            <location filename="../../ui/campaign/kind_words.py" line="19"></location>
            <source>PNG</source>
            <translation>PNG</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="11"></location>
            <source>PNG, 16 bits</source>
            <translation>PNG，16 位</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="12"></location>
            <location filename="../../ui/campaign/kind_words.py" line="21"></location>
            <source>JPEG</source>
            <translation>JPEG</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="13"></location>
            <location filename="../../ui/campaign/kind_words.py" line="22"></location>
            <source>TIFF</source>
            <translation>TIFF</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="14"></location>
            <source>PSD, layers</source>
            <translation>PSD，分层</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="15"></location>
            <source>PDF for print</source>
            <translation>印刷 PDF</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="16"></location>
            <source>PDF for screens</source>
            <translation>屏幕 PDF</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="20"></location>
            <source>PNG 16</source>
            <translation>PNG 16</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="23"></location>
            <source>PSD</source>
            <translation>PSD</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="24"></location>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/kind_words.py" line="25"></location>
            <source>Screen PDF</source>
            <translation>屏幕 PDF</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="84"></location>
            <source>Screens</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="86"></location>
            <source>Print and outdoor</source>
            <translation>印刷与户外</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="95"></location>
            <source>as the film</source>
            <translation>同影片</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="140"></location>
            <source>Size and kind of file</source>
            <translation>尺寸与文件种类</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="156"></location>
            <source>The figures are not verified by the owner's own page.</source>
            <translation>这些数据未经媒体方官方页面核实。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="244"></location>
            <location filename="../../ui/deliver/details.py" line="197"></location>
            <source>no captions</source>
            <translation>无字幕</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="244"></location>
            <source>subtitles in the file</source>
            <translation>字幕在文件内</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/market_grid.py" line="316"></location>
            <source>Presets by market</source>
            <translation>各市场的预设</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="54"></location>
            <location filename="../../ui/deliver/bars.py" line="62"></location>
            <source>Markets and formats</source>
            <translation>市场与规格</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="69"></location>
            <source>with its usual formats</source>
            <translation>连同常用规格</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="78"></location>
            <source>Remove this market</source>
            <translation>移除这个市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="91"></location>
            <source>Country or short name</source>
            <translation>国家或简称</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="92"></location>
            <source>A new market</source>
            <translation>新市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="103"></location>
            <source>Delivered there</source>
            <translation>在该地交付</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="124"></location>
            <location filename="../../ui/subs/import_dialog.py" line="85"></location>
            <location filename="../../ui/subs/import_dialog.py" line="149"></location>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="129"></location>
            <source>This market</source>
            <translation>这个市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="132"></location>
            <source>The first is set large, the second small beside it.</source>
            <translation>第一种排大字，第二种小字随其旁。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="133"></location>
            <location filename="../../ui/campaign/picker.py" line="133"></location>
            <source>Languages</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="134"></location>
            <source>Legal line</source>
            <translation>法律声明</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="197"></location>
            <source>Type a market first: a short name such as cn, or a country.</source>
            <translation>请先填市场：如 cn 这样的简称，或国家名。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="204"></location>
            <source>“{name}” cannot be a folder's name. Use letters and figures.</source>
            <translation>“{name}”不能作文件夹名。请用字母和数字。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/markets.py" line="261"></location>
            <location filename="../../ui/campaign/markets.py" line="125"></location>
            <location filename="../../ui/tree/outline.py" line="48"></location>
            <source>Markets</source>
            <translation>市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/order.py" line="45"></location>
            <source>Add a language…</source>
            <translation>添加语言…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/order.py" line="49"></location>
            <source>Set this language large</source>
            <translation>把这种语言排成大字</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/order.py" line="51"></location>
            <source>Remove this language</source>
            <translation>移除这种语言</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/order.py" line="151"></location>
            <source>Languages of the market, the one set large first</source>
            <translation>该市场的语言，排大字的在前</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/order.py" line="157"></location>
            <source>Drag, or Alt+Up and Alt+Down, to change the order</source>
            <translation>拖动，或按 Alt+上、Alt+下 调整次序</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="31"></location>
            <source>The campaign and every file it rests on, in one place that can go anywhere.</source>
            <translation>项目和它用到的所有文件集中到一处，可以带到任何地方。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="32"></location>
            <source>Package the campaign</source>
            <translation>打包项目</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="36"></location>
            <source>A folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="37"></location>
            <source>One .zip file</source>
            <translation>一个 .zip 文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="50"></location>
            <location filename="../../ui/safety/versions.py" line="132"></location>
            <source>{number:,} file</source>
            <translation>{number:,} 个文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="50"></location>
            <location filename="../../ui/safety/versions.py" line="132"></location>
            <source>{number:,} files</source>
            <translation>{number:,} 个文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="51"></location>
            <source>{files}, {size}</source>
            <translation>{files}，{size}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="55"></location>
            <source>Package</source>
            <translation>打包</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="91"></location>
            <source>Where shall the package go?</source>
            <translation>打包到哪里？</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="101"></location>
            <source>Name a place.</source>
            <translation>请给出位置。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="103"></location>
            <source>A file ends with .zip, a folder does not.</source>
            <translation>文件以 .zip 结尾，文件夹则不然。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/packing.py" line="105"></location>
            <source>This place is taken already.</source>
            <translation>这个位置已被占用。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/picker.py" line="121"></location>
            <source>Choose a language</source>
            <translation>选择语言</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/picker.py" line="127"></location>
            <source>Name in any language, or a tag such as zh-Hant</source>
            <translation>任何语言写的名称，或 zh-Hant 这样的标签</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/picker.py" line="128"></location>
            <source>Find a language</source>
            <translation>查找语言</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/picker.py" line="144"></location>
            <location filename="../../ui/poster/inspector.py" line="123"></location>
            <source>Choose</source>
            <translation>选取</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/picker.py" line="156"></location>
            <source>No language is called so.</source>
            <translation>没有这个名称的语言。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/places.py" line="26"></location>
            <source>Another market</source>
            <translation>另一个市场</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/places.py" line="38"></location>
            <source>{market}   {languages}</source>
            <translation>{market}   {languages}</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/places.py" line="50"></location>
            <source>Another market…</source>
            <translation>另一个市场…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="29"></location>
            <source>Search the folder where they may lie now. They are known by their content.</source>
            <translation>请在它们现在可能所在的文件夹里查找。按内容辨认。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="30"></location>
            <location filename="../../ui/campaign/relink.py" line="37"></location>
            <source>Missing files</source>
            <translation>缺失的文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="38"></location>
            <source>Found</source>
            <translation>找到</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="38"></location>
            <source>Missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="38"></location>
            <location filename="../../ui/subs/import_parts.py" line="153"></location>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="48"></location>
            <source>Search a folder…</source>
            <translation>查找文件夹…</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="57"></location>
            <source>Search a folder</source>
            <translation>查找文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="64"></location>
            <source>Searching</source>
            <translation>正在查找</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="75"></location>
            <source>None of them is there.</source>
            <translation>那里一个也没有。</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="85"></location>
            <source>not found yet</source>
            <translation>还没找到</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="130"></location>
            <source>Bringing in files</source>
            <translation>正在放入文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="143"></location>
            <location filename="../../ui/campaign/relink.py" line="51"></location>
            <source>Relink</source>
            <translation>重新链接</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="144"></location>
            <source>Relink 1 file</source>
            <translation>重新链接 1 个文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/relink.py" line="144"></location>
            <source>Relink {n} files</source>
            <translation>重新链接 {n} 个文件</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/titles.py" line="31"></location>
            <location filename="../../ui/keys/commands.py" line="19"></location>
            <location filename="../../ui/poster/canvas_view.py" line="52"></location>
            <source>Poster</source>
            <translation>海报</translation>
        </message>
        <message>
            <location filename="../../ui/campaign/titles.py" line="31"></location>
            <source>Poster {n}</source>
            <translation>海报 {n}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/arrange.py" line="136"></location>
            <location filename="../../ui/deliver/states.py" line="198"></location>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/arrange.py" line="161"></location>
            <source>{ready} of {total} ready</source>
            <translation>已就绪 {ready} / {total}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/arrange.py" line="163"></location>
            <source>nothing is asked for</source>
            <translation>没有交付要求</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/arrange.py" line="193"></location>
            <source>film</source>
            <translation>影片</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="60"></location>
            <location filename="../../ui/deliver/commands.py" line="82"></location>
            <source>Markets and formats…</source>
            <translation>市场与规格…</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="81"></location>
            <source>Film, market or format</source>
            <translation>影片、市场或规格</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="82"></location>
            <source>Show only outputs whose names have these words</source>
            <translation>只显示名称含有这些词的成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="99"></location>
            <location filename="../../ui/deliver/bars.py" line="100"></location>
            <source>Pictures of the outputs</source>
            <translation>成品图片</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="136"></location>
            <location filename="../../ui/safety/crash_dialog.py" line="53"></location>
            <location filename="../../ui/safety/versions.py" line="57"></location>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="137"></location>
            <location filename="../../ui/subs/import_parts.py" line="104"></location>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="138"></location>
            <location filename="../../ui/deliver/bars.py" line="141"></location>
            <location filename="../../ui/deliver/commands.py" line="67"></location>
            <source>Make what is missing</source>
            <translation>生成缺少的</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="170"></location>
            <source>Make {outputs}</source>
            <translation>生成 {outputs}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="172"></location>
            <location filename="../../ui/deliver/queue_rows.py" line="54"></location>
            <location filename="../../ui/deliver/states.py" line="33"></location>
            <source>Being made</source>
            <translation>正在生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="174"></location>
            <source>Reading the films</source>
            <translation>正在读取影片</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="176"></location>
            <source>All is ready</source>
            <translation>全部就绪</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="176"></location>
            <source>Nothing can be made yet</source>
            <translation>暂时没有可生成的</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="183"></location>
            <location filename="../../ui/poster/bar.py" line="118"></location>
            <source>Choose markets and formats…</source>
            <translation>选择市场与规格…</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="191"></location>
            <source>Every output stands here, by film and market.</source>
            <translation>所有成品都在这里，按影片和市场排列。</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="193"></location>
            <source>Make a poster first, or ask for a film delivery.</source>
            <translation>请先做一张海报，或添加影片交付。</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/bars.py" line="195"></location>
            <source>Looking at what is there…</source>
            <translation>正在查看已有的成品…</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="90"></location>
            <source>{n:,} were never made</source>
            <translation>{n:,} 个从未生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="92"></location>
            <source>{n:,} to make because:</source>
            <translation>{n:,} 个需要生成，原因：</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="99"></location>
            <location filename="../../ui/deliver/findings.py" line="93"></location>
            <source>{n} more</source>
            <translation>另有 {n} 项</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="103"></location>
            <location filename="../../ui/deliver/causes.py" line="131"></location>
            <location filename="../../ui/deliver/findings.py" line="119"></location>
            <source>{reason}  ({n:,})</source>
            <translation>{reason}（{n:,}）</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="104"></location>
            <source>Select these outputs: {reason}</source>
            <translation>选中这些成品：{reason}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="114"></location>
            <source>Make the selected {n:,}</source>
            <translation>生成选中的 {n:,} 个</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/causes.py" line="116"></location>
            <source>Make these {n:,}</source>
            <translation>生成这 {n:,} 个</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="60"></location>
            <source>Make the selected outputs</source>
            <translation>生成选中的成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="65"></location>
            <source>Make the selected outputs, or all that is missing</source>
            <translation>生成选中的成品，或全部缺少的</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="68"></location>
            <source>Pause the queue</source>
            <translation>暂停队列</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="69"></location>
            <location filename="../../ui/deliver/queue_panel.py" line="129"></location>
            <location filename="../../ui/safety/crash_dialog.py" line="56"></location>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="70"></location>
            <source>Stop the export</source>
            <translation>停止导出</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="73"></location>
            <source>Try failed outputs again</source>
            <translation>重试失败的成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="84"></location>
            <source>Find an output</source>
            <translation>查找成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="86"></location>
            <source>Open the output folder</source>
            <translation>打开输出文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/commands.py" line="88"></location>
            <source>Open the report</source>
            <translation>打开报告</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="129"></location>
            <source>{n:,} outputs selected</source>
            <translation>已选 {n:,} 个成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="131"></location>
            <source>Make {n:,} of them</source>
            <translation>生成其中 {n:,} 个</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="152"></location>
            <location filename="../../ui/deliver/details.py" line="204"></location>
            <source>Make this one</source>
            <translation>生成这一个</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="154"></location>
            <location filename="../../ui/documents/documents.py" line="105"></location>
            <location filename="../../ui/start/cards.py" line="134"></location>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="160"></location>
            <location filename="../../ui/deliver/details.py" line="161"></location>
            <source>Open the folder of this output</source>
            <translation>打开这个成品的文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="204"></location>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/details.py" line="220"></location>
            <source>No picture yet</source>
            <translation>还没有图片</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/findings.py" line="44"></location>
            <source>Why it is to be made</source>
            <translation>需要生成的原因</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/findings.py" line="47"></location>
            <location filename="../../ui/deliver/findings.py" line="71"></location>
            <location filename="../../ui/subs/found.py" line="153"></location>
            <location filename="../../ui/subs/found.py" line="199"></location>
            <location filename="../../ui/subs/found.py" line="217"></location>
            <source>Findings</source>
            <translation>问题</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/findings.py" line="48"></location>
            <source>What was done</source>
            <translation>做了什么</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/findings.py" line="64"></location>
            <source>Why they are to be made</source>
            <translation>需要生成的原因</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/findings.py" line="130"></location>
            <source>It took {time}</source>
            <translation>用时 {time}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/legend.py" line="50"></location>
            <source>Click an output to see it. Drag, or hold Ctrl or Shift, to select several; click a film or a market to select all of it.</source>
            <translation>点按成品可查看。拖动，或按住 Ctrl、Shift 可选多个；点按影片或市场可全选其成品。</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/legend.py" line="60"></location>
            <location filename="../../ui/keys/goals.py" line="58"></location>
            <source>Outputs</source>
            <translation>成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/legend.py" line="86"></location>
            <location filename="../../ui/deliver/words.py" line="21"></location>
            <source>Ready, with a warning</source>
            <translation>就绪，有警告</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/legend.py" line="89"></location>
            <source>A film, not a poster</source>
            <translation>是影片，不是海报</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/looking.py" line="112"></location>
            <source>The film is being read.</source>
            <translation>正在读取影片。</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/looking.py" line="120"></location>
            <source>Looking at the outputs</source>
            <translation>正在查看成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/matrix.py" line="55"></location>
            <source>Outputs by film and market</source>
            <translation>按影片和市场排列的成品</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue.py" line="120"></location>
            <source>An export is being prepared or finished</source>
            <translation>正在准备或结束导出</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue.py" line="121"></location>
            <source>An export of {outputs} is running</source>
            <translation>正在导出 {outputs}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue.py" line="159"></location>
            <source>Planning the export of {name}</source>
            <translation>正在安排 {name} 的导出</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue.py" line="293"></location>
            <source>Exporting {name}</source>
            <translation>正在导出 {name}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue.py" line="344"></location>
            <source>Stopped. What is finished stays.</source>
            <translation>已停止。完成的成品保留。</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue.py" line="366"></location>
            <location filename="../../ui/subs/reporting.py" line="92"></location>
            <source>Writing the report</source>
            <translation>正在写报告</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="65"></location>
            <source>Show or hide the rows of the queue</source>
            <translation>显示或收起队列</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="67"></location>
            <source>Queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="76"></location>
            <source>How far the queue is</source>
            <translation>队列进度</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="80"></location>
            <source>Try failed again</source>
            <translation>重试失败的</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="82"></location>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="83"></location>
            <source>Forget the rows that are over</source>
            <translation>清掉已结束的条目</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="87"></location>
            <location filename="../../ui/start/sampling.py" line="97"></location>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="88"></location>
            <source>Stop the export; what is finished stays</source>
            <translation>停止导出；完成的成品保留</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="129"></location>
            <location filename="../../ui/player/transport.py" line="162"></location>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="132"></location>
            <source>Begin outputs again</source>
            <translation>重新开始生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="134"></location>
            <source>Finish what is at work, begin nothing else</source>
            <translation>做完手上的，不再开始新的</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="156"></location>
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="158"></location>
            <source>{n:,} at work</source>
            <translation>{n:,} 个进行中</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="160"></location>
            <source>{n:,} waiting</source>
            <translation>{n:,} 个等待</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="162"></location>
            <source>{n:,} made</source>
            <translation>{n:,} 个已生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="164"></location>
            <location filename="../../ui/deliver/states.py" line="182"></location>
            <source>{n:,} failed</source>
            <translation>{n:,} 个失败</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_panel.py" line="166"></location>
            <source>{n:,} stopped</source>
            <translation>{n:,} 个已停止</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_rows.py" line="55"></location>
            <source>Waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_rows.py" line="56"></location>
            <source>Made</source>
            <translation>已生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_rows.py" line="57"></location>
            <location filename="../../ui/deliver/states.py" line="30"></location>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_rows.py" line="58"></location>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_rows.py" line="199"></location>
            <source>Export queue</source>
            <translation>导出队列</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/queue_rows.py" line="200"></location>
            <source>Drag what waits, or press Alt with an arrow key, to change the order</source>
            <translation>拖动等待中的条目，或按 Alt 加方向键调整次序</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/settling.py" line="25"></location>
            <source>An export is made of what is saved.</source>
            <translation>导出以已保存的内容为准。</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/settling.py" line="25"></location>
            <source>Save the changes and go on?</source>
            <translation>保存改动并继续？</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/settling.py" line="26"></location>
            <source>Save and export</source>
            <translation>保存并导出</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/settling.py" line="39"></location>
            <source>Choose stills</source>
            <translation>选定静帧</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="27"></location>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="28"></location>
            <source>To be made anew</source>
            <translation>需重新生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="29"></location>
            <source>Not made yet</source>
            <translation>尚未生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="31"></location>
            <location filename="../../ui/deliver/words.py" line="19"></location>
            <source>Cannot be made yet</source>
            <translation>暂时无法生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="32"></location>
            <source>In the queue</source>
            <translation>在队列中</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="34"></location>
            <source>Waiting for its film</source>
            <translation>等待影片</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="37"></location>
            <source>S</source>
            <translation>旧</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="38"></location>
            <source>F</source>
            <translation>败</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="39"></location>
            <source>N</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="40"></location>
            <source>W</source>
            <translation>缺</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="41"></location>
            <source>Q</source>
            <translation>排</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="179"></location>
            <source>{n:,} ready</source>
            <translation>{n:,} 个就绪</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="180"></location>
            <source>{n:,} to be made anew</source>
            <translation>{n:,} 个需重新生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="181"></location>
            <source>{n:,} not made yet</source>
            <translation>{n:,} 个尚未生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="183"></location>
            <location filename="../../ui/deliver/words.py" line="75"></location>
            <source>{n:,} cannot be made yet</source>
            <translation>{n:,} 个暂时无法生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="184"></location>
            <source>{n:,} in the queue</source>
            <translation>{n:,} 个在队列中</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="185"></location>
            <source>{n:,} being made</source>
            <translation>{n:,} 个正在生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="186"></location>
            <source>{n:,} waiting for their film</source>
            <translation>{n:,} 个等待影片</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="199"></location>
            <source>To make</source>
            <translation>待生成</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="200"></location>
            <source>Stuck</source>
            <translation>受阻</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="201"></location>
            <source>Warnings</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/states.py" line="202"></location>
            <source>Selected</source>
            <translation>已选</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/words.py" line="17"></location>
            <source>Being made, {percent} %</source>
            <translation>正在生成，{percent}%</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/words.py" line="43"></location>
            <source>{name}, {film}, {market}: {state}</source>
            <translation>{name}，{film}，{market}：{state}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/words.py" line="61"></location>
            <location filename="../../ui/shell/strip.py" line="157"></location>
            <location filename="../../ui/start/sampling.py" line="129"></location>
            <source>{time} left</source>
            <translation>还剩 {time}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/words.py" line="71"></location>
            <source>{outputs}, {failed} failed, in {time}</source>
            <translation>{outputs}，{failed} 个失败，用时 {time}</translation>
        </message>
        <message>
            <location filename="../../ui/deliver/words.py" line="73"></location>
            <source>{outputs} in {time}</source>
            <translation>{outputs}，用时 {time}</translation>
        </message>
        <message>
            <location filename="../../ui/documents/bringing.py" line="44"></location>
            <source>Copying {films}</source>
            <translation>正在复制 {films}</translation>
        </message>
        <message>
            <location filename="../../ui/documents/bringing.py" line="52"></location>
            <location filename="../../ui/documents/bringing.py" line="44"></location>
            <location filename="../../ui/shell/drops.py" line="95"></location>
            <location filename="../../ui/start/cards.py" line="63"></location>
            <source>{number:,} film</source>
            <translation>{number:,} 部影片</translation>
        </message>
        <message>
            <location filename="../../ui/documents/bringing.py" line="52"></location>
            <location filename="../../ui/documents/bringing.py" line="44"></location>
            <location filename="../../ui/shell/drops.py" line="95"></location>
            <location filename="../../ui/start/cards.py" line="63"></location>
            <source>{number:,} films</source>
            <translation>{number:,} 部影片</translation>
        </message>
        <message>
            <location filename="../../ui/documents/bringing.py" line="53"></location>
            <source>Outside of the campaign's folder: {films}, {size}. All that a campaign needs lies in its folder, so that it can be moved as one. What is copied stays where it was, too.</source>
            <translation>{films}（{size}）不在项目文件夹里。项目需要的文件都放在它的文件夹中，才能整体搬动。复制之后，原来的文件仍留在原处。</translation>
        </message>
        <message>
            <location filename="../../ui/documents/bringing.py" line="59"></location>
            <source>Copy and add</source>
            <translation>复制并添加</translation>
        </message>
        <message>
            <location filename="../../ui/documents/bringing.py" line="60"></location>
            <source>Copy into the campaign's folder?</source>
            <translation>复制到项目文件夹？</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="103"></location>
            <source>Campaigns and films</source>
            <translation>项目和影片</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="131"></location>
            <source>And {notes}.</source>
            <translation>另有 {notes}。</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="131"></location>
            <source>{number:,} more note</source>
            <translation>{number:,} 条说明</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="131"></location>
            <source>{number:,} more notes</source>
            <translation>{number:,} 条说明</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="137"></location>
            <location filename="../../ui/start/sampling.py" line="142"></location>
            <source>Where shall the sample go?</source>
            <translation>示例放在哪里？</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="149"></location>
            <location filename="../../ui/documents/documents.py" line="198"></location>
            <source>Add films</source>
            <translation>添加影片</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="216"></location>
            <source>Add {name}</source>
            <translation>添加 {name}</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="251"></location>
            <source>Save the campaign</source>
            <translation>保存项目</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="253"></location>
            <location filename="../../ui/keys/commands.py" line="19"></location>
            <location filename="../../ui/tree/tree.py" line="50"></location>
            <location filename="../../ui/tree/tree.py" line="55"></location>
            <source>Campaign</source>
            <translation>项目</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="272"></location>
            <location filename="../../ui/safety/versions.py" line="74"></location>
            <source>Saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="277"></location>
            <source>{files} was changed by another program since it was read. What you replace is kept among the versions; what you load can be undone.</source>
            <translation>{files} 读取之后被其他程序改动过。被替换的会保留在版本中；载入的可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="282"></location>
            <source>Load that version</source>
            <translation>载入那个版本</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="282"></location>
            <source>Save over it</source>
            <translation>覆盖保存</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="283"></location>
            <source>Changed by another program</source>
            <translation>被其他程序改动</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="298"></location>
            <source>{number:,} more loss</source>
            <translation>另有 {number:,} 项</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="298"></location>
            <source>{number:,} more losses</source>
            <translation>另有 {number:,} 项</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="301"></location>
            <source>Nothing is written yet. What is there now is kept among the versions.</source>
            <translation>尚未写入任何内容。现有文件会保留在历史版本中。</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="305"></location>
            <location filename="../../ui/documents/gate.py" line="99"></location>
            <source>Do not save</source>
            <translation>不保存</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="305"></location>
            <source>Save without it</source>
            <translation>舍去并保存</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="306"></location>
            <source>Saving would lose something</source>
            <translation>保存会丢失内容</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="341"></location>
            <location filename="../../ui/shell/campaign_menu.py" line="41"></location>
            <source>Rename the campaign</source>
            <translation>重命名项目</translation>
        </message>
        <message>
            <location filename="../../ui/documents/documents.py" line="364"></location>
            <source>{title} ({endings});;All files (*)</source>
            <translation>{title}（{endings}）;;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="65"></location>
            <source>Keep working</source>
            <translation>继续工作</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="65"></location>
            <source>Stop it and leave</source>
            <translation>停止并离开</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="67"></location>
            <source>Close when it has ended</source>
            <translation>完成后关闭</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="70"></location>
            <source>{what}. What is finished stays.</source>
            <translation>{what}。完成的成品保留。</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="71"></location>
            <source>An export is running</source>
            <translation>正在导出</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="83"></location>
            <source>Lobbycard closes when the export has ended</source>
            <translation>导出完成后 Lobbycard 将关闭</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="98"></location>
            <source>Save the changes to “{name}”?</source>
            <translation>要保存对“{name}”的改动吗？</translation>
        </message>
        <message>
            <location filename="../../ui/documents/gate.py" line="100"></location>
            <source>Otherwise they are lost.</source>
            <translation>否则改动会丢失。</translation>
        </message>
        <message>
            <location filename="../../ui/documents/recents.py" line="127"></location>
            <source>Picture of the campaign</source>
            <translation>项目图片</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="67"></location>
            <location filename="../../ui/film/strip_menu.py" line="21"></location>
            <source>Star this frame</source>
            <translation>给这一帧加星</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="68"></location>
            <location filename="../../ui/film/compare.py" line="66"></location>
            <location filename="../../ui/film/shortlist.py" line="248"></location>
            <source>Make poster</source>
            <translation>做海报</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="69"></location>
            <source>Make poster of this frame</source>
            <translation>用这一帧做海报</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="70"></location>
            <location filename="../../ui/film/shortlist.py" line="257"></location>
            <source>Save frame…</source>
            <translation>保存画面…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="71"></location>
            <source>Copy frame</source>
            <translation>复制此帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="72"></location>
            <source>Compare two stills</source>
            <translation>并排比较两张静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="73"></location>
            <source>Contact sheet…</source>
            <translation>样片表…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="74"></location>
            <source>Next still</source>
            <translation>下一张静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="75"></location>
            <source>Previous still</source>
            <translation>上一张静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="76"></location>
            <source>Reject the chosen still</source>
            <translation>弃用选中的静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="83"></location>
            <source>Next shot</source>
            <translation>下一个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="84"></location>
            <source>Previous shot</source>
            <translation>上一个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="85"></location>
            <location filename="../../ui/film/strip_menu.py" line="19"></location>
            <source>Add a cut here</source>
            <translation>在此加切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="86"></location>
            <location filename="../../ui/film/strip_menu.py" line="20"></location>
            <source>Join with the shot before</source>
            <translation>与上一个镜头合并</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="87"></location>
            <source>Move the nearest cut here</source>
            <translation>把最近的切点移到这里</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="88"></location>
            <source>Find more cuts</source>
            <translation>多找些切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="89"></location>
            <source>Find fewer cuts</source>
            <translation>少找些切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="95"></location>
            <source>Zoom the strip in</source>
            <translation>放大镜头条</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="96"></location>
            <source>Zoom the strip out</source>
            <translation>缩小镜头条</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="97"></location>
            <source>Show the whole film</source>
            <translation>显示全片</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="104"></location>
            <source>Star an editor's markers…</source>
            <translation>按剪辑标记加星…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="105"></location>
            <source>Save the list of shots…</source>
            <translation>保存镜头清单…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="106"></location>
            <source>Cards, cuts and music…</source>
            <translation>卡片、剪段与音乐…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="107"></location>
            <source>How the film is read…</source>
            <translation>影片的读取方式…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="108"></location>
            <source>Take a new edit…</source>
            <translation>换用新的剪辑版…</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="109"></location>
            <source>Next film</source>
            <translation>下一部影片</translation>
        </message>
        <message>
            <location filename="../../ui/film/commands.py" line="110"></location>
            <source>Previous film</source>
            <translation>上一部影片</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="101"></location>
            <location filename="../../ui/film/shortlist.py" line="137"></location>
            <source>Give it a star</source>
            <translation>加星</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="101"></location>
            <location filename="../../ui/film/shortlist.py" line="137"></location>
            <source>Take the star away</source>
            <translation>取消星标</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="127"></location>
            <source>Two stills side by side</source>
            <translation>并排的两张静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="135"></location>
            <source>A</source>
            <translation>A</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="135"></location>
            <source>B</source>
            <translation>B</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="145"></location>
            <source>One over the other</source>
            <translation>叠放对比</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="147"></location>
            <source>In turn at the same place: Space</source>
            <translation>在同一位置轮流显示：空格键</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="152"></location>
            <source>Compare stills</source>
            <translation>比较静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="157"></location>
            <source>Fit</source>
            <translation>适合</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="158"></location>
            <source>1:1</source>
            <translation>1:1</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="159"></location>
            <source>Swap</source>
            <translation>互换</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="164"></location>
            <source>Back to the film</source>
            <translation>回到影片</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="164"></location>
            <source>Escape</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="223"></location>
            <location filename="../../ui/film/measures.py" line="48"></location>
            <location filename="../../ui/film/new_edit.py" line="151"></location>
            <source>{percent} %</source>
            <translation>{percent}%</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare.py" line="277"></location>
            <source>Reading the frame</source>
            <translation>正在读取画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/compare_view.py" line="121"></location>
            <source>Reading the frame…</source>
            <translation>正在读取画面…</translation>
        </message>
        <message>
            <location filename="../../ui/film/copying.py" line="35"></location>
            <source>Frame {time} copied</source>
            <translation>已复制 {time} 的画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/copying.py" line="36"></location>
            <source>Copying the frame</source>
            <translation>正在复制画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="26"></location>
            <source>Star a frame</source>
            <translation>加星</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="26"></location>
            <source>Take a star away</source>
            <translation>取消星标</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="32"></location>
            <source>Reject a still</source>
            <translation>弃用静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="32"></location>
            <source>Take a still back</source>
            <translation>恢复静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="41"></location>
            <source>A shot begins here already</source>
            <translation>这里已经是镜头的开头</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="43"></location>
            <source>Add a cut</source>
            <translation>加切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="52"></location>
            <source>This is the first shot</source>
            <translation>这是第一个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="54"></location>
            <source>Join two shots</source>
            <translation>合并两个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="59"></location>
            <source>Move a cut</source>
            <translation>移动切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/edits.py" line="68"></location>
            <source>There is no cut yet</source>
            <translation>还没有切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/entries.py" line="52"></location>
            <source>Rejected</source>
            <translation>已弃用</translation>
        </message>
        <message>
            <location filename="../../ui/film/entries.py" line="52"></location>
            <source>Starred by hand</source>
            <translation>手动加星</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="122"></location>
            <source>There is no still to show yet</source>
            <translation>还没有静帧可以放进样片表</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="124"></location>
            <source>PDF (*.pdf);;PNG (*.png)</source>
            <translation>PDF (*.pdf);;PNG (*.png)</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="136"></location>
            <source>Shot {number}</source>
            <translation>镜头 {number}</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="143"></location>
            <source>Saved {name} and {count} more</source>
            <translation>已保存 {name} 等，另有 {count} 个文件</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="154"></location>
            <location filename="../../ui/film/errands.py" line="171"></location>
            <location filename="../../ui/film/errands.py" line="261"></location>
            <source>The shots are not found yet</source>
            <translation>镜头尚未找出</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="156"></location>
            <source>EDL (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)</source>
            <translation>EDL (*.edl);;CSV (*.csv);;OpenTimelineIO (*.otio)</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="157"></location>
            <location filename="../../ui/film/errands.py" line="162"></location>
            <source>List of shots</source>
            <translation>镜头清单</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="164"></location>
            <location filename="../../ui/film/errands.py" line="141"></location>
            <location filename="../../ui/film/stills.py" line="82"></location>
            <source>Saved {name}</source>
            <translation>已保存 {name}</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="174"></location>
            <source>Lists of markers (*.edl *.txt *.csv);;All files (*)</source>
            <translation>标记列表 (*.edl *.txt *.csv);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="176"></location>
            <source>Markers of an editor</source>
            <translation>剪辑标记</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="200"></location>
            <source>Star an editor's markers</source>
            <translation>按剪辑标记加星</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="204"></location>
            <source>{number:,} star</source>
            <translation>{number:,} 颗星</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="204"></location>
            <source>{number:,} stars</source>
            <translation>{number:,} 颗星</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="206"></location>
            <location filename="../../ui/film/words.py" line="137"></location>
            <location filename="../../ui/reel/dialog.py" line="107"></location>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="207"></location>
            <source>{stars}; lines that say no frame: {lines}</source>
            <translation>加了 {stars}；这些行没有指向任何画面：{lines}</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="209"></location>
            <source>{stars} from {count} markers</source>
            <translation>由 {count} 个标记加了 {stars}</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="226"></location>
            <source>Read a film otherwise</source>
            <translation>改变影片的读取方式</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="249"></location>
            <source>Change cards, cuts and music</source>
            <translation>更改卡片、剪段与音乐</translation>
        </message>
        <message>
            <location filename="../../ui/film/errands.py" line="264"></location>
            <source>The new edit</source>
            <translation>新的剪辑版</translation>
        </message>
        <message>
            <location filename="../../ui/film/films_list.py" line="54"></location>
            <location filename="../../ui/film/films_list.py" line="55"></location>
            <location filename="../../ui/film/reading_as.py" line="47"></location>
            <source>How the film is read</source>
            <translation>影片的读取方式</translation>
        </message>
        <message>
            <location filename="../../ui/film/films_list.py" line="78"></location>
            <location filename="../../ui/film/panes.py" line="42"></location>
            <location filename="../../ui/shell/own.py" line="44"></location>
            <source>Add films…</source>
            <translation>添加影片…</translation>
        </message>
        <message>
            <location filename="../../ui/film/films_list.py" line="119"></location>
            <source>This film cannot be read</source>
            <translation>这部影片无法读取</translation>
        </message>
        <message>
            <location filename="../../ui/film/looking.py" line="258"></location>
            <source>Choosing stills of {film}</source>
            <translation>正在为《{film}》挑选静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="18"></location>
            <source>Sharpness</source>
            <translation>清晰度</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="19"></location>
            <source>Stillness</source>
            <translation>静止</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="20"></location>
            <source>Exposure</source>
            <translation>曝光</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="21"></location>
            <source>Contrast</source>
            <translation>反差</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="22"></location>
            <source>Colour</source>
            <translation>色彩</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="23"></location>
            <source>Fullness</source>
            <translation>饱满</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="24"></location>
            <source>Calm area</source>
            <translation>平静区域</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="25"></location>
            <source>Sharp subject</source>
            <translation>主体清晰</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="26"></location>
            <source>Stands out</source>
            <translation>主体突出</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="27"></location>
            <source>Poise</source>
            <translation>主体稳定</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="28"></location>
            <source>Face</source>
            <translation>人脸</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="29"></location>
            <source>Eyes</source>
            <translation>眼睛</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="30"></location>
            <source>Headroom</source>
            <translation>头顶空间</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="31"></location>
            <source>Room for copy</source>
            <translation>文案空间</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="32"></location>
            <source>Copy reads</source>
            <translation>文案可读</translation>
        </message>
        <message>
            <location filename="../../ui/film/measures.py" line="56"></location>
            <source>{measure} {value}, better than {rank} % of the frames</source>
            <translation>{measure} {value}，优于 {rank}% 的画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="93"></location>
            <source>Stills, stars and cuts are looked for in the new edit by their pictures.</source>
            <translation>按画面在新的剪辑版中寻找静帧、星标和切点。</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="94"></location>
            <source>A new edit</source>
            <translation>新的剪辑版</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="100"></location>
            <source>What becomes of stills and marks</source>
            <translation>静帧和标记的去向</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="101"></location>
            <source>In the new edit</source>
            <translation>在新版中</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="101"></location>
            <source>Sure</source>
            <translation>把握</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="111"></location>
            <source>Take the new edit</source>
            <translation>换用新版</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="121"></location>
            <source>Comparing</source>
            <translation>正在比较</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="130"></location>
            <source>{percent} % of the film is in the new edit.</source>
            <translation>影片的 {percent}% 在新版中。</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="131"></location>
            <source>{number:,} mark</source>
            <translation>{number:,} 个标记</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="131"></location>
            <source>{number:,} marks</source>
            <translation>{number:,} 个标记</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="132"></location>
            <source>Gone: {marks}.</source>
            <translation>已不在：{marks}。</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="132"></location>
            <source>Nothing is gone.</source>
            <translation>没有丢失任何内容。</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="147"></location>
            <source>Gone</source>
            <translation>已不在</translation>
        </message>
        <message>
            <location filename="../../ui/film/new_edit.py" line="166"></location>
            <source>Take a new edit</source>
            <translation>换用新的剪辑版</translation>
        </message>
        <message>
            <location filename="../../ui/film/opening.py" line="112"></location>
            <location filename="../../ui/film/thumbs.py" line="60"></location>
            <source>Small pictures</source>
            <translation>小图</translation>
        </message>
        <message>
            <location filename="../../ui/film/page.py" line="188"></location>
            <source>Reading the film…</source>
            <translation>正在读取影片…</translation>
        </message>
        <message>
            <location filename="../../ui/film/page.py" line="230"></location>
            <source>Stills appear here once the shots are found.</source>
            <translation>找出镜头后，静帧会出现在这里。</translation>
        </message>
        <message>
            <location filename="../../ui/film/page.py" line="235"></location>
            <source>Choosing stills…</source>
            <translation>正在挑选静帧…</translation>
        </message>
        <message>
            <location filename="../../ui/film/page.py" line="235"></location>
            <source>No usable still was found.</source>
            <translation>没有找到可用的静帧。</translation>
        </message>
        <message>
            <location filename="../../ui/film/page.py" line="243"></location>
            <source>Finding shots…</source>
            <translation>正在查找镜头…</translation>
        </message>
        <message>
            <location filename="../../ui/film/page.py" line="323"></location>
            <source>There is nothing to compare yet</source>
            <translation>还没有可以比较的内容</translation>
        </message>
        <message>
            <location filename="../../ui/film/panes.py" line="41"></location>
            <source>Films are watched here, and the stills for posters are chosen.</source>
            <translation>在这里看片，并为海报挑选静帧。</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="34"></location>
            <source>Interlaced</source>
            <translation>隔行</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="34"></location>
            <source>Progressive</source>
            <translation>逐行</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="35"></location>
            <source>As stored, not toned</source>
            <translation>按存储值，不做映射</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="46"></location>
            <source>What the file does not say is assumed. All pictures of the film follow this.</source>
            <translation>文件没有说明的按惯例假定。影片的所有画面都照此读取。</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="61"></location>
            <location filename="../../ui/film/reading_as.py" line="107"></location>
            <source>As the file says</source>
            <translation>按文件所述</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="70"></location>
            <source>Colour matrix</source>
            <translation>色彩矩阵</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="71"></location>
            <source>Primaries</source>
            <translation>原色</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="72"></location>
            <source>Transfer</source>
            <translation>传递函数</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="73"></location>
            <source>Range</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="81"></location>
            <source>Fields</source>
            <translation>场</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="83"></location>
            <source>HDR</source>
            <translation>HDR</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="83"></location>
            <source>Toned for the screen where it is HDR</source>
            <translation>HDR 画面映射到屏幕</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="91"></location>
            <source>Pixel aspect</source>
            <translation>像素宽高比</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="100"></location>
            <location filename="../../ui/film/reading_as.py" line="102"></location>
            <source>{degrees}°</source>
            <translation>{degrees}°</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="101"></location>
            <source>Turned clockwise</source>
            <translation>顺时针旋转</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="109"></location>
            <source>{value}, assumed</source>
            <translation>{value}，假定</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="110"></location>
            <source>{value}, from the file</source>
            <translation>{value}，来自文件</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="128"></location>
            <source>Find bars</source>
            <translation>查找黑边</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="130"></location>
            <source>Look for black bars all over the film</source>
            <translation>在整部影片中查找黑边</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="132"></location>
            <source>Whole picture</source>
            <translation>整幅画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="140"></location>
            <source>Active picture</source>
            <translation>有效画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="151"></location>
            <source>No bars were found.</source>
            <translation>没有找到黑边。</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="162"></location>
            <source>All of it</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../ui/film/reading_as.py" line="166"></location>
            <source>{width} × {height} at {x}, {y}</source>
            <translation>{width} × {height}，位于 {x}, {y}</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="95"></location>
            <source>Still at {time}, rejected</source>
            <translation>{time} 的静帧，已弃用</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="97"></location>
            <source>Still at {time}, with a star</source>
            <translation>{time} 的静帧，有星标</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="98"></location>
            <source>Still at {time}</source>
            <translation>{time} 的静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="106"></location>
            <source>How good a still, 0 to 1</source>
            <translation>静帧的得分，0 到 1</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="210"></location>
            <source>Shortlist</source>
            <translation>候选静帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="251"></location>
            <source>A poster of the chosen still</source>
            <translation>用选中的静帧做海报</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="253"></location>
            <source>Use current frame</source>
            <translation>用当前帧</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="255"></location>
            <source>A poster of the frame in the player</source>
            <translation>用播放器中的画面做海报</translation>
        </message>
        <message>
            <location filename="../../ui/film/shortlist.py" line="259"></location>
            <source>The frame in the player as a picture file</source>
            <translation>把播放器中的画面存成图片</translation>
        </message>
        <message>
            <location filename="../../ui/film/stills.py" line="53"></location>
            <source>Add a poster</source>
            <translation>添加海报</translation>
        </message>
        <message>
            <location filename="../../ui/film/stills.py" line="58"></location>
            <source>Poster {number} is on the Posters page</source>
            <translation>海报 {number} 已放到海报页</translation>
        </message>
        <message>
            <location filename="../../ui/film/stills.py" line="67"></location>
            <source>Save frame</source>
            <translation>保存画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/stills.py" line="69"></location>
            <source>PNG (*.png);;JPEG (*.jpg);;TIFF, 16 bits (*.tif)</source>
            <translation>PNG (*.png);;JPEG (*.jpg);;TIFF，16 位 (*.tif)</translation>
        </message>
        <message>
            <location filename="../../ui/film/stills.py" line="78"></location>
            <source>Saving the frame</source>
            <translation>正在保存画面</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip.py" line="80"></location>
            <source>Shots on the line of time</source>
            <translation>时间线上的镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip.py" line="337"></location>
            <source>Cut at {time}</source>
            <translation>切点 {time}</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip.py" line="399"></location>
            <source>Drag to change</source>
            <translation>拖动可更改</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_paint.py" line="44"></location>
            <location filename="../../ui/film/strip_words.py" line="31"></location>
            <source>{number:,} shot</source>
            <translation>{number:,} 个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_paint.py" line="44"></location>
            <location filename="../../ui/film/strip_words.py" line="31"></location>
            <source>{number:,} shots</source>
            <translation>{number:,} 个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="16"></location>
            <source>Begins with the film</source>
            <translation>影片开头</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="17"></location>
            <source>Begins with a cut</source>
            <translation>以硬切开始</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="18"></location>
            <source>Begins with a dissolve</source>
            <translation>以叠化开始</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="19"></location>
            <source>Begins after a fade</source>
            <translation>淡入后开始</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="20"></location>
            <source>Begins with a wipe</source>
            <translation>以划像开始</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="32"></location>
            <source>Sensitivity {value}   {shots}</source>
            <translation>灵敏度 {value}   {shots}</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="40"></location>
            <source>Shot {number} of {count}   {time}   {frames}</source>
            <translation>镜头 {number} / {count}   {time}   {frames}</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="49"></location>
            <source>A short one: look whether it is a shot</source>
            <translation>很短：请看看是不是一个镜头</translation>
        </message>
        <message>
            <location filename="../../ui/film/strip_words.py" line="60"></location>
            <source>Drag to move the cut</source>
            <translation>拖动可移动切点</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="13"></location>
            <source>BT.601 (525 lines)</source>
            <translation>BT.601（525 行）</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="14"></location>
            <source>BT.601 (625 lines)</source>
            <translation>BT.601（625 行）</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="38"></location>
            <source>primaries</source>
            <translation>原色</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="39"></location>
            <source>transfer</source>
            <translation>传递函数</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="40"></location>
            <source>range</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="42"></location>
            <source>mono</source>
            <translation>单声道</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="42"></location>
            <source>stereo</source>
            <translation>立体声</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="46"></location>
            <source>Video range, 16 to 235</source>
            <translation>视频范围，16–235</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="47"></location>
            <source>Full range, 0 to 255</source>
            <translation>全范围，0–255</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="49"></location>
            <source>Film, illuminant C</source>
            <translation>胶片，C 光源</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="55"></location>
            <location filename="../../ui/film/words.py" line="56"></location>
            <source>Gamma {value}</source>
            <translation>伽马 {value}</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="57"></location>
            <source>Linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="63"></location>
            <source>BT.2020, 10 bits</source>
            <translation>BT.2020，10 位</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="64"></location>
            <source>BT.2020, 12 bits</source>
            <translation>BT.2020，12 位</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="80"></location>
            <source>{rate} fps</source>
            <translation>{rate} 帧/秒</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="81"></location>
            <source>about {rate} fps, variable</source>
            <translation>约 {rate} 帧/秒，可变</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="95"></location>
            <source>full range</source>
            <translation>全范围</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="97"></location>
            <source>{colour}, assumed</source>
            <translation>{colour}，按假定</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="103"></location>
            <source>no sound</source>
            <translation>无声音</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="105"></location>
            <source>{number:,} channel</source>
            <translation>{number:,} 声道</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="105"></location>
            <source>{number:,} channels</source>
            <translation>{number:,} 声道</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="109"></location>
            <source>{number:,} more track</source>
            <translation>另有 {number:,} 条音轨</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="109"></location>
            <source>{number:,} more tracks</source>
            <translation>另有 {number:,} 条音轨</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="110"></location>
            <source>{sound}, {tracks}</source>
            <translation>{sound}，{tracks}</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="123"></location>
            <source>{length} · {codec} {bits} bit</source>
            <translation>{length} · {codec} {bits} 位</translation>
        </message>
        <message>
            <location filename="../../ui/film/words.py" line="138"></location>
            <source>The file does not say its {what}. The usual is assumed.</source>
            <translation>文件没有标明{what}，按惯例处理。</translation>
        </message>
        <message>
            <location filename="../../ui/films.py" line="105"></location>
            <source>Finding shots in {film}</source>
            <translation>正在查找《{film}》的镜头</translation>
        </message>
        <message>
            <location filename="../../ui/films.py" line="189"></location>
            <source>If it was moved: “Relink missing files…” in the menu Campaign finds it.</source>
            <translation>若是搬动了位置：“项目”菜单里的“重新链接缺失的文件…”可以找到它。</translation>
        </message>
        <message>
            <location filename="../../ui/help/about.py" line="28"></location>
            <source>from its source</source>
            <translation>从源码运行</translation>
        </message>
        <message>
            <location filename="../../ui/help/about.py" line="46"></location>
            <location filename="../../ui/help/guide.py" line="44"></location>
            <source>About Lobbycard</source>
            <translation>关于 Lobbycard</translation>
        </message>
        <message>
            <location filename="../../ui/help/about.py" line="46"></location>
            <location filename="../../ui/start/start.py" line="69"></location>
            <source>Film cuts in, a campaign out.</source>
            <translation>放进成片，做出整套宣传。</translation>
        </message>
        <message>
            <location filename="../../ui/help/about.py" line="57"></location>
            <source>Lobbycard's own code is under the MIT licence. It stands on the work of others under their licences, among them the GPL and the LGPL: THIRD-PARTY.md lists them all.</source>
            <translation>Lobbycard 自己的代码采用 MIT 许可。它建立在他人的成果之上，各按其许可，其中包括 GPL 和 LGPL：全部列在 THIRD-PARTY.md。</translation>
        </message>
        <message>
            <location filename="../../ui/help/about.py" line="65"></location>
            <source>Open the settings folder</source>
            <translation>打开设置文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/help/about.py" line="66"></location>
            <source>Open the cache folder</source>
            <translation>打开缓存文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/help/guide.py" line="40"></location>
            <location filename="../../ui/help/help.py" line="57"></location>
            <location filename="../../ui/keys/commands.py" line="20"></location>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <location filename="../../ui/help/guide.py" line="41"></location>
            <source>Keys on this page</source>
            <translation>本页快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/help/guide.py" line="42"></location>
            <source>Show the hints again</source>
            <translation>重新显示提示</translation>
        </message>
        <message>
            <location filename="../../ui/help/guide.py" line="43"></location>
            <source>Report a fault…</source>
            <translation>报告故障…</translation>
        </message>
        <message>
            <location filename="../../ui/help/guide.py" line="64"></location>
            <source>Start page</source>
            <translation>起始页</translation>
        </message>
        <message>
            <location filename="../../ui/help/guide.py" line="75"></location>
            <source>Attach the newest report of this folder; it says nothing of what you write.</source>
            <translation>请附上这个文件夹里最新的报告；其中不含你写的内容。</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="39"></location>
            <source>The help page “{name}” is not installed.</source>
            <translation>帮助页“{name}”没有安装。</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="62"></location>
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="68"></location>
            <source>Help page</source>
            <translation>帮助页</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="145"></location>
            <location filename="../../ui/keys/keys_dialog.py" line="106"></location>
            <location filename="../../ui/keys/keys_dialog.py" line="155"></location>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="146"></location>
            <source>Everywhere</source>
            <translation>全局</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="154"></location>
            <source>does</source>
            <translation>作用</translation>
        </message>
        <message>
            <location filename="../../ui/help/help.py" line="154"></location>
            <source>keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/help/hints.py" line="15"></location>
            <source>Step with the arrow keys, play with J, K, L. S stars a frame, Shift+P makes a poster of it.</source>
            <translation>用方向键逐帧，用 J、K、L 播放。S 给画面加星，Shift+P 用它做海报。</translation>
        </message>
        <message>
            <location filename="../../ui/help/hints.py" line="19"></location>
            <source>Type the line, drag the picture. All formats below change with it; ▲ and ✕ mark findings.</source>
            <translation>写下文案，拖动画面。下方各规格随之变化；▲ 和 ✕ 表示有问题。</translation>
        </message>
        <message>
            <location filename="../../ui/help/hints.py" line="22"></location>
            <source>F8 goes from finding to finding. Enter edits a cue, Ctrl+Z takes anything back.</source>
            <translation>F8 逐处查看问题。Enter 修改字幕，Ctrl+Z 可撤销任何一步。</translation>
        </message>
        <message>
            <location filename="../../ui/help/hints.py" line="23"></location>
            <source>Only what shows a change is made again. The grid says why an output is stale.</source>
            <translation>只有受改动影响的才会重新生成。表格会写明成品需重新生成的原因。</translation>
        </message>
        <message>
            <location filename="../../ui/help/hints.py" line="38"></location>
            <source>Got it</source>
            <translation>知道了</translation>
        </message>
        <message>
            <location filename="../../ui/keys/commands.py" line="19"></location>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <location filename="../../ui/keys/commands.py" line="19"></location>
            <location filename="../../ui/subs/reporting.py" line="160"></location>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../ui/keys/commands.py" line="19"></location>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="../../ui/keys/commands.py" line="20"></location>
            <location filename="../../ui/player/transport.py" line="28"></location>
            <location filename="../../ui/player/transport.py" line="162"></location>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="../../ui/keys/goals.py" line="57"></location>
            <source>{film} for {market}</source>
            <translation>{film}，{market}</translation>
        </message>
        <message>
            <location filename="../../ui/keys/goals.py" line="65"></location>
            <source>Poster of {film}</source>
            <translation>《{film}》的海报</translation>
        </message>
        <message>
            <location filename="../../ui/keys/goals.py" line="80"></location>
            <source>{language} of {film}</source>
            <translation>《{film}》的 {language} 字幕</translation>
        </message>
        <message>
            <location filename="../../ui/keys/goals.py" line="100"></location>
            <source>Cue {number} of {film}</source>
            <translation>《{film}》第 {number} 条字幕</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys.py" line="114"></location>
            <source>{path}: “{keys}” of {name} is no key.</source>
            <translation>{path}：{name} 的“{keys}”不是快捷键。</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="70"></location>
            <source>Press the new keys</source>
            <translation>请按下新的快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="71"></location>
            <source>Press the new keys, Escape leaves</source>
            <translation>请按下新的快捷键，Esc 离开</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="117"></location>
            <source>Give them to this command</source>
            <translation>改给这个命令</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="121"></location>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="122"></location>
            <source>Save as file…</source>
            <translation>存成文件…</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="132"></location>
            <location filename="../../ui/keys/keys_dialog.py" line="133"></location>
            <source>Search commands or keys</source>
            <translation>查找命令或快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="136"></location>
            <source>Set of keys</source>
            <translation>快捷键方案</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="147"></location>
            <source>Set</source>
            <translation>方案</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="153"></location>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="155"></location>
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="155"></location>
            <location filename="../../ui/shell/top.py" line="171"></location>
            <location filename="../../ui/shell/top.py" line="172"></location>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="176"></location>
            <source>No keys</source>
            <translation>不设快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="178"></location>
            <source>As in the set</source>
            <translation>恢复方案中的快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="180"></location>
            <source>All as in the set</source>
            <translation>全部恢复方案中的快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="209"></location>
            <source>Changed by you</source>
            <translation>你改过</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="269"></location>
            <source>{keys} already calls {names}.</source>
            <translation>{keys} 已用于{names}。</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="306"></location>
            <source>Import keys</source>
            <translation>导入快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/keys_dialog.py" line="316"></location>
            <source>Save the keys</source>
            <translation>保存快捷键</translation>
        </message>
        <message>
            <location filename="../../ui/keys/palette.py" line="84"></location>
            <location filename="../../ui/keys/palette.py" line="88"></location>
            <location filename="../../ui/shell/own.py" line="52"></location>
            <location filename="../../ui/shell/top.py" line="47"></location>
            <location filename="../../ui/shell/top.py" line="136"></location>
            <source>Find a command</source>
            <translation>查找命令</translation>
        </message>
        <message>
            <location filename="../../ui/keys/palette.py" line="87"></location>
            <source>Find a command, a film, a poster, “cue 42”</source>
            <translation>查找命令、影片、海报，或“第 42 条”</translation>
        </message>
        <message>
            <location filename="../../ui/keys/palette.py" line="92"></location>
            <source>Nothing is called so</source>
            <translation>没有这样的名称</translation>
        </message>
        <message>
            <location filename="../../ui/keys/palette.py" line="108"></location>
            <source>Commands found</source>
            <translation>找到的命令</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="67"></location>
            <source>Play or pause</source>
            <translation>播放或暂停</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="68"></location>
            <source>Play on, faster</source>
            <translation>正向播放，再按加速</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="69"></location>
            <source>Play back, faster</source>
            <translation>倒放，再按加速</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="70"></location>
            <source>Stop; with J or L frame by frame</source>
            <translation>停；与 J 或 L 合用则逐帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="71"></location>
            <source>Play from in to out</source>
            <translation>从入点播到出点</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="72"></location>
            <location filename="../../ui/player/transport.py" line="35"></location>
            <source>Play again and again</source>
            <translation>循环播放</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="79"></location>
            <location filename="../../ui/player/transport.py" line="29"></location>
            <source>One frame on</source>
            <translation>前进一帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="80"></location>
            <location filename="../../ui/player/transport.py" line="27"></location>
            <source>One frame back</source>
            <translation>后退一帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="81"></location>
            <source>Ten frames on</source>
            <translation>前进十帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="82"></location>
            <source>Ten frames back</source>
            <translation>后退十帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="83"></location>
            <source>One second on</source>
            <translation>前进一秒</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="84"></location>
            <source>One second back</source>
            <translation>后退一秒</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="85"></location>
            <location filename="../../ui/player/transport.py" line="26"></location>
            <source>Go to the start</source>
            <translation>到开头</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="86"></location>
            <location filename="../../ui/player/transport.py" line="30"></location>
            <source>Go to the last frame</source>
            <translation>到最后一帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="87"></location>
            <source>Go to a time…</source>
            <translation>跳到时间…</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="94"></location>
            <source>Mark in</source>
            <translation>设入点</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="95"></location>
            <source>Mark out</source>
            <translation>设出点</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="96"></location>
            <source>Go to in</source>
            <translation>到入点</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="97"></location>
            <source>Go to out</source>
            <translation>到出点</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="98"></location>
            <source>Clear in and out</source>
            <translation>清除入点和出点</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="104"></location>
            <location filename="../../ui/player/transport.py" line="37"></location>
            <source>Without sound</source>
            <translation>静音</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="105"></location>
            <source>Louder</source>
            <translation>调高音量</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="106"></location>
            <source>Softer</source>
            <translation>调低音量</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="113"></location>
            <location filename="../../ui/player/panel.py" line="124"></location>
            <source>Fit the picture</source>
            <translation>画面适合窗口</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="114"></location>
            <location filename="../../ui/player/panel.py" line="125"></location>
            <source>Picture at 100 %</source>
            <translation>画面 100%</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="115"></location>
            <source>Zoom the picture in</source>
            <translation>放大画面</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="118"></location>
            <source>Zoom the picture out</source>
            <translation>缩小画面</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="123"></location>
            <location filename="../../ui/player/transport.py" line="42"></location>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="130"></location>
            <location filename="../../ui/player/transport.py" line="40"></location>
            <source>Safe areas</source>
            <translation>安全区</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="142"></location>
            <source>Safe areas: {kind}</source>
            <translation>安全区：{kind}</translation>
        </message>
        <message>
            <location filename="../../ui/player/commands.py" line="149"></location>
            <source>Times as {kind}</source>
            <translation>时间显示：{kind}</translation>
        </message>
        <message>
            <location filename="../../ui/player/loudness.py" line="31"></location>
            <source>Volume</source>
            <translation>音量</translation>
        </message>
        <message>
            <location filename="../../ui/player/loudness.py" line="78"></location>
            <source>Volume {percent} %</source>
            <translation>音量 {percent}%</translation>
        </message>
        <message>
            <location filename="../../ui/player/panel.py" line="119"></location>
            <source>No safe areas</source>
            <translation>不显示安全区</translation>
        </message>
        <message>
            <location filename="../../ui/player/safe.py" line="16"></location>
            <source>Action 93 % and title 90 %</source>
            <translation>动作安全 93%、字幕安全 90%</translation>
        </message>
        <message>
            <location filename="../../ui/player/safe.py" line="17"></location>
            <source>16:9 cut-out</source>
            <translation>16:9 裁切框</translation>
        </message>
        <message>
            <location filename="../../ui/player/safe.py" line="18"></location>
            <source>9:16 cut-out</source>
            <translation>9:16 裁切框</translation>
        </message>
        <message>
            <location filename="../../ui/player/safe.py" line="19"></location>
            <source>4:5 cut-out</source>
            <translation>4:5 裁切框</translation>
        </message>
        <message>
            <location filename="../../ui/player/safe.py" line="20"></location>
            <source>1:1 cut-out</source>
            <translation>1:1 裁切框</translation>
        </message>
        <message>
            <location filename="../../ui/player/safe.py" line="21"></location>
            <source>2.39:1 cut-out</source>
            <translation>2.39:1 裁切框</translation>
        </message>
        <message>
            <location filename="../../ui/player/screen.py" line="44"></location>
            <source>Picture</source>
            <translation>画面</translation>
        </message>
        <message>
            <location filename="../../ui/player/seekbar.py" line="31"></location>
            <source>Position in the film</source>
            <translation>影片中的位置</translation>
        </message>
        <message>
            <location filename="../../ui/player/times.py" line="15"></location>
            <source>Timecode</source>
            <translation>时间码</translation>
        </message>
        <message>
            <location filename="../../ui/player/times.py" line="16"></location>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/times.py" line="17"></location>
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../ui/player/times.py" line="19"></location>
            <source>Write 41205 or 4:12:05 (frames), 41.2 (seconds), 989f, +12 or -1:00 (from here).</source>
            <translation>可写 41205 或 4:12:05（帧）、41.2（秒）、989f、+12 或 -1:00（从当前位置算起）。</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="33"></location>
            <source>Mark in here</source>
            <translation>在此设入点</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="34"></location>
            <source>Mark out here</source>
            <translation>在此设出点</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="41"></location>
            <source>How the picture and its times are shown</source>
            <translation>画面与时间的显示方式</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="77"></location>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="78"></location>
            <source>The time of the picture. {hint}</source>
            <translation>画面的时间。{hint}</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="173"></location>
            <source>{count} dropped</source>
            <translation>丢 {count} 帧</translation>
        </message>
        <message>
            <location filename="../../ui/player/transport.py" line="175"></location>
            <source>Frames that this machine could not show in time since playing began</source>
            <translation>开始播放以来，本机来不及显示的帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="51"></location>
            <source>Format</source>
            <translation>规格</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="65"></location>
            <location filename="../../ui/poster/bar.py" line="64"></location>
            <location filename="../../ui/poster/commands.py" line="39"></location>
            <source>Fit the poster</source>
            <translation>海报适合窗口</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="81"></location>
            <source>Safe area, bleed</source>
            <translation>安全区与出血</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="83"></location>
            <source>Rulers</source>
            <translation>标尺</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="85"></location>
            <location filename="../../ui/poster/bar.py" line="145"></location>
            <source>As printed</source>
            <translation>印刷效果</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="88"></location>
            <location filename="../../ui/poster/commands.py" line="46"></location>
            <source>Mark what cannot be printed</source>
            <translation>标出印不出的颜色</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="91"></location>
            <location filename="../../ui/poster/commands.py" line="47"></location>
            <location filename="../../ui/poster/page.py" line="69"></location>
            <source>All formats and markets</source>
            <translation>全部规格与市场</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="94"></location>
            <source>Before: hold</source>
            <translation>按住看改动前</translation>
        </message>
        <message>
            <location filename="../../ui/poster/bar.py" line="145"></location>
            <source>For screens: not printed</source>
            <translation>用于屏幕，不印刷</translation>
        </message>
        <message>
            <location filename="../../ui/poster/breaking.py" line="97"></location>
            <source>Breaking lines</source>
            <translation>正在断行</translation>
        </message>
        <message>
            <location filename="../../ui/poster/breaks.py" line="37"></location>
            <source>Line breaks {n}: {lines}</source>
            <translation>断行 {n}：{lines}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/breaks.py" line="39"></location>
            <source>{lines}
The breaks become part of the copy. Click again to take them back.</source>
            <translation>{lines}
断行会写进文案；再点一次即可撤去。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/breaks.py" line="111"></location>
            <source>Line breaks</source>
            <translation>断行</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="204"></location>
            <source>End of a line: space counts nothing here</source>
            <translation>行末：这里的字距不起作用</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="208"></location>
            <source>Kerning {kern:+d}</source>
            <translation>字距 {kern:+d}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="210"></location>
            <source>Size {size} %</source>
            <translation>大小 {size}%</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="212"></location>
            <source>Baseline {shift:+d}</source>
            <translation>基线 {shift:+d}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="227"></location>
            <location filename="../../ui/poster/by_hand.py" line="222"></location>
            <source>Kern the letters</source>
            <translation>手调字距</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="231"></location>
            <source>Size the letters</source>
            <translation>手调字的大小</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="236"></location>
            <source>Raise or lower the letters</source>
            <translation>升降文字</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="267"></location>
            <source>Set the letters plain</source>
            <translation>还原这些字</translation>
        </message>
        <message>
            <location filename="../../ui/poster/by_hand.py" line="273"></location>
            <location filename="../../ui/poster/commands.py" line="26"></location>
            <source>Set all letters plain</source>
            <translation>还原全部文字</translation>
        </message>
        <message>
            <location filename="../../ui/poster/choosing.py" line="82"></location>
            <source>Choosing stills in {film}</source>
            <translation>正在为《{film}》选静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="17"></location>
            <location filename="../../ui/poster/frame.py" line="73"></location>
            <location filename="../../ui/poster/frame.py" line="39"></location>
            <location filename="../../ui/poster/page.py" line="206"></location>
            <source>New poster</source>
            <translation>新建海报</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="18"></location>
            <source>Write the copy</source>
            <translation>写文案</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="19"></location>
            <source>Write on the poster</source>
            <translation>在海报上写</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="20"></location>
            <source>Break the lines otherwise</source>
            <translation>换一种断行</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="21"></location>
            <source>Kern closer</source>
            <translation>字距收紧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="22"></location>
            <source>Kern apart</source>
            <translation>字距放宽</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="23"></location>
            <source>Kern much closer</source>
            <translation>字距大幅收紧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="24"></location>
            <source>Kern far apart</source>
            <translation>字距大幅放宽</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="25"></location>
            <source>Set these letters plain</source>
            <translation>还原选中的字</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="27"></location>
            <location filename="../../ui/poster/page.py" line="215"></location>
            <location filename="../../ui/tree/tree_edits.py" line="97"></location>
            <source>Duplicate the poster</source>
            <translation>复制海报</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="28"></location>
            <location filename="../../ui/poster/page.py" line="221"></location>
            <location filename="../../ui/tree/tree_edits.py" line="103"></location>
            <source>Remove the poster</source>
            <translation>移除海报</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="29"></location>
            <source>Next poster</source>
            <translation>下一张海报</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="30"></location>
            <source>Poster before</source>
            <translation>上一张海报</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="31"></location>
            <source>Next market</source>
            <translation>下一个市场</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="32"></location>
            <source>Next format</source>
            <translation>下一个规格</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="33"></location>
            <source>Format before</source>
            <translation>上一个规格</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="34"></location>
            <source>Set the still</source>
            <translation>设定静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="35"></location>
            <location filename="../../ui/poster/page.py" line="245"></location>
            <source>Choose the still</source>
            <translation>选静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="36"></location>
            <location filename="../../ui/poster/page.py" line="249"></location>
            <source>Find the point of interest</source>
            <translation>查找视觉焦点</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="37"></location>
            <location filename="../../ui/poster/desk.py" line="257"></location>
            <source>Find the place of the copy</source>
            <translation>自动找文案的位置</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="38"></location>
            <source>Move the picture by keys</source>
            <translation>用按键移动画面</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="40"></location>
            <source>Show 1:1</source>
            <translation>显示 1:1</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="41"></location>
            <source>Closer</source>
            <translation>放大</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="42"></location>
            <source>Farther</source>
            <translation>缩小</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="43"></location>
            <source>Show the safe area</source>
            <translation>显示安全区</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="44"></location>
            <source>Show rulers</source>
            <translation>显示标尺</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="45"></location>
            <source>Show it as printed</source>
            <translation>显示印刷效果</translation>
        </message>
        <message>
            <location filename="../../ui/poster/commands.py" line="48"></location>
            <source>Before and now</source>
            <translation>对比改动前后</translation>
        </message>
        <message>
            <location filename="../../ui/poster/copies.py" line="51"></location>
            <source>Copy</source>
            <translation>文案</translation>
        </message>
        <message>
            <location filename="../../ui/poster/copies.py" line="61"></location>
            <source>Hide</source>
            <translation>收起</translation>
        </message>
        <message>
            <location filename="../../ui/poster/copies.py" line="61"></location>
            <source>Show</source>
            <translation>展开</translation>
        </message>
        <message>
            <location filename="../../ui/poster/copies.py" line="96"></location>
            <source>In other markets   {listed}</source>
            <translation>其他市场   {listed}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/desk.py" line="184"></location>
            <source>{letters} set by hand went with the text. Undo brings them back.</source>
            <translation>{letters}的手调随文字一起删去了。撤销可以找回。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/desk.py" line="232"></location>
            <location filename="../../ui/poster/page.py" line="226"></location>
            <source>Write the copy in {language}</source>
            <translation>写 {language} 文案</translation>
        </message>
        <message>
            <location filename="../../ui/poster/desk.py" line="248"></location>
            <source>Break the lines in {language}</source>
            <translation>为 {language} 断行</translation>
        </message>
        <message>
            <location filename="../../ui/poster/desk.py" line="269"></location>
            <source>Take back what is of no letter</source>
            <translation>撤去不属于任何字的调整</translation>
        </message>
        <message>
            <location filename="../../ui/poster/desk.py" line="285"></location>
            <source>Take another still</source>
            <translation>换一张静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/fields.py" line="35"></location>
            <location filename="../../ui/poster/writing.py" line="85"></location>
            <source>Copy, {name}</source>
            <translation>文案，{name}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/fields.py" line="39"></location>
            <location filename="../../ui/poster/writing.py" line="86"></location>
            <source>One quiet line</source>
            <translation>一行安静的话</translation>
        </message>
        <message>
            <location filename="../../ui/poster/fields.py" line="93"></location>
            <source>Time of the still</source>
            <translation>静帧的时间</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="20"></location>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="20"></location>
            <source>Hint</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="20"></location>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="32"></location>
            <location filename="../../ui/poster/findings.py" line="37"></location>
            <source>Preflight</source>
            <translation>预检</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="46"></location>
            <location filename="../../ui/poster/findings.py" line="64"></location>
            <source>Nothing to check yet</source>
            <translation>还没有可检查的内容</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="66"></location>
            <source>✓  Nothing found</source>
            <translation>✓  没有问题</translation>
        </message>
        <message>
            <location filename="../../ui/poster/findings.py" line="84"></location>
            <source>Rule: {source}</source>
            <translation>依据：{source}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/fixing.py" line="31"></location>
            <source>{name} has no other frame that could be a still.</source>
            <translation>{name} 里没有别的画面适合做静帧了。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/fixing.py" line="65"></location>
            <source>Looking for another still</source>
            <translation>正在找另一张静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/frame.py" line="77"></location>
            <location filename="../../ui/poster/page.py" line="67"></location>
            <source>Series</source>
            <translation>系列</translation>
        </message>
        <message>
            <location filename="../../ui/poster/frame.py" line="156"></location>
            <source>Make the first poster</source>
            <translation>做第一张海报</translation>
        </message>
        <message>
            <location filename="../../ui/poster/frame.py" line="173"></location>
            <source>Posters stand here: a still from the film with one quiet line over it.</source>
            <translation>海报在这里：取自影片的静帧，配一行安静的文案。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/frame.py" line="175"></location>
            <source>Posters are made from films. Add one on the Film page first.</source>
            <translation>海报取自影片。请先在影片页添加影片。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/gallery.py" line="142"></location>
            <source>Nothing written yet</source>
            <translation>还没有写</translation>
        </message>
        <message>
            <location filename="../../ui/poster/gallery.py" line="271"></location>
            <source>Nothing written in {languages} yet</source>
            <translation>还没有写{languages}文案</translation>
        </message>
        <message>
            <location filename="../../ui/poster/gallery.py" line="323"></location>
            <source>Proof: {press} · all of it can be printed</source>
            <translation>打样：{press} · 全部颜色都印得出</translation>
        </message>
        <message>
            <location filename="../../ui/poster/gallery.py" line="324"></location>
            <source>Proof: {press} · {share:.1f} % cannot be printed so</source>
            <translation>打样：{press} · {share:.1f}% 的画面印不出这样的颜色</translation>
        </message>
        <message>
            <location filename="../../ui/poster/hand.py" line="25"></location>
            <source>Move the copy</source>
            <translation>移动文案</translation>
        </message>
        <message>
            <location filename="../../ui/poster/hand.py" line="25"></location>
            <source>Move the picture</source>
            <translation>移动画面</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="106"></location>
            <location filename="../../ui/poster/inspector.py" line="112"></location>
            <source>Template</source>
            <translation>模板</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="125"></location>
            <source>Let Lobbycard choose the still</source>
            <translation>由 Lobbycard 选静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="130"></location>
            <location filename="../../ui/poster/inspector.py" line="136"></location>
            <location filename="../../ui/subs/find_bar.py" line="45"></location>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="132"></location>
            <source>Let Lobbycard find the point of interest</source>
            <translation>由 Lobbycard 查找视觉焦点</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="138"></location>
            <source>Let Lobbycard find the place of the copy in this shape</source>
            <translation>让 Lobbycard 在这种画幅里为文案找位置</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="142"></location>
            <source>Still</source>
            <translation>静帧</translation>
        </message>
        <message>
            <location filename="../../ui/poster/inspector.py" line="183"></location>
            <location filename="../../ui/poster/wishing.py" line="94"></location>
            <source>There is no template “{template}”.</source>
            <translation>没有模板“{template}”。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="106"></location>
            <location filename="../../ui/poster/letters_panel.py" line="142"></location>
            <source>Letters by hand</source>
            <translation>手调文字</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="108"></location>
            <source>Kerning, thousandths of an em</source>
            <translation>字距，千分之一 em</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="111"></location>
            <source>Space after the letter, in thousandths of an em. In the copy: Alt with ← and →</source>
            <translation>字后的间距，单位为千分之一 em。在文案里：Alt 加 ← 或 →</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="113"></location>
            <source>Size of the letters, per cent</source>
            <translation>文字大小，百分比</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="115"></location>
            <source>Size of the selected letters, beside the others</source>
            <translation>选中的字相对于其他字的大小</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="116"></location>
            <source>Baseline shift, thousandths of an em</source>
            <translation>基线偏移，千分之一 em</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="119"></location>
            <source>How far the selected letters stand above their line, in thousandths of an em</source>
            <translation>选中的字高出本行多少，单位为千分之一 em</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="129"></location>
            <source>Plain</source>
            <translation>还原</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="129"></location>
            <source>Set these letters as the design has them</source>
            <translation>让这些字回到设计的样子</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="133"></location>
            <source>All plain</source>
            <translation>全部还原</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="133"></location>
            <source>Set all letters of this poster plain</source>
            <translation>还原这张海报的全部文字</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="150"></location>
            <source>Kerning</source>
            <translation>字距</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="151"></location>
            <source>Relative size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="152"></location>
            <source>Baseline</source>
            <translation>基线</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="183"></location>
            <source>Put the caret between letters</source>
            <translation>把光标放在两字之间</translation>
        </message>
        <message>
            <location filename="../../ui/poster/letters_panel.py" line="184"></location>
            <source>Put the caret between two letters</source>
            <translation>把光标放在两个字之间</translation>
        </message>
        <message>
            <location filename="../../ui/poster/making.py" line="27"></location>
            <source>Making the poster…</source>
            <translation>正在制作海报…</translation>
        </message>
        <message>
            <location filename="../../ui/poster/page.py" line="68"></location>
            <source>All formats</source>
            <translation>全部规格</translation>
        </message>
        <message>
            <location filename="../../ui/poster/page.py" line="117"></location>
            <source>Change the template</source>
            <translation>更换模板</translation>
        </message>
        <message>
            <location filename="../../ui/poster/render.py" line="217"></location>
            <source>Painting</source>
            <translation>正在绘制</translation>
        </message>
        <message>
            <location filename="../../ui/poster/snapping.py" line="13"></location>
            <source>Centre</source>
            <translation>居中</translation>
        </message>
        <message>
            <location filename="../../ui/poster/snapping.py" line="13"></location>
            <source>Margin</source>
            <translation>页边</translation>
        </message>
        <message>
            <location filename="../../ui/poster/snapping.py" line="13"></location>
            <source>Safe area</source>
            <translation>安全区</translation>
        </message>
        <message>
            <location filename="../../ui/poster/values.py" line="20"></location>
            <source>Point of interest: automatic</source>
            <translation>视觉焦点：自动</translation>
        </message>
        <message>
            <location filename="../../ui/poster/values.py" line="22"></location>
            <source>Point of interest at {focus}</source>
            <translation>视觉焦点在 {focus}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/values.py" line="24"></location>
            <source>Copy: where it is calm</source>
            <translation>文案：自动放在安静处</translation>
        </message>
        <message>
            <location filename="../../ui/poster/values.py" line="26"></location>
            <source>Copy put at {place}</source>
            <translation>文案放在 {place}</translation>
        </message>
        <message>
            <location filename="../../ui/poster/values.py" line="31"></location>
            <source>Chosen by Lobbycard</source>
            <translation>由 Lobbycard 选定</translation>
        </message>
        <message>
            <location filename="../../ui/poster/view.py" line="14"></location>
            <source>No market yet</source>
            <translation>还没有市场</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wish.py" line="100"></location>
            <source>The film ends at {duration}.</source>
            <translation>影片到 {duration} 结束。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wish.py" line="101"></location>
            <source>Give an earlier time.</source>
            <translation>请给早一些的时间。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wish.py" line="171"></location>
            <source>the film's content</source>
            <translation>影片的内容</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wishing.py" line="90"></location>
            <source>Reading {source}…</source>
            <translation>正在读取 {source}…</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wishing.py" line="95"></location>
            <source>Choose another at the right.</source>
            <translation>请在右侧另选一个。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wishing.py" line="109"></location>
            <source>Choosing a still…</source>
            <translation>正在选静帧…</translation>
        </message>
        <message>
            <location filename="../../ui/poster/wishing.py" line="109"></location>
            <source>The film is looked through once.</source>
            <translation>要把全片看一遍，只需一次。</translation>
        </message>
        <message>
            <location filename="../../ui/poster/words.py" line="65"></location>
            <location filename="../../ui/subs/replacing.py" line="225"></location>
            <source>Nothing found</source>
            <translation>没有问题</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="35"></location>
            <location filename="../../ui/reel/cards.py" line="36"></location>
            <location filename="../../ui/reel/cuts.py" line="46"></location>
            <location filename="../../ui/reel/music.py" line="34"></location>
            <location filename="../../ui/reel/music.py" line="35"></location>
            <location filename="../../ui/reel/music.py" line="36"></location>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="42"></location>
            <source>Stands</source>
            <translation>停留</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="43"></location>
            <source>Cross-fade</source>
            <translation>叠化</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="44"></location>
            <source>Grows by</source>
            <translation>缓推放大</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="47"></location>
            <source>Focus from the left</source>
            <translation>焦点距左侧</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="47"></location>
            <source>Focus from the top</source>
            <translation>焦点距顶部</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="57"></location>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="61"></location>
            <source>{name}, which is not there any more</source>
            <translation>{name}（已不存在）</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cards.py" line="65"></location>
            <source>A picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="35"></location>
            <location filename="../../ui/reel/cuts.py" line="40"></location>
            <source>Parts of the film</source>
            <translation>影片段落</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="43"></location>
            <source>All of it. Or a part a line: 00:00:10-00:00:20</source>
            <translation>全片；或每行写一段：00:00:10-00:00:20</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="54"></location>
            <source>Add what is marked</source>
            <translation>加入标出的段落</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="58"></location>
            <source>The part between in and out, which I and O mark in the player</source>
            <translation>入点与出点之间的段落；在播放器中用 I 和 O 标出</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="64"></location>
            <source>Cross-fade between them</source>
            <translation>段落间叠化</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="89"></location>
            <source>At most {limit} parts are read.</source>
            <translation>最多读取 {limit} 段。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="94"></location>
            <source>“{text}” ends before it begins.</source>
            <translation>“{text}”的出点早于入点。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="97"></location>
            <source>“{text}” goes beyond the film, which ends at {length}.</source>
            <translation>“{text}”超出影片，影片到 {length} 为止。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="127"></location>
            <source>{number:,} part</source>
            <translation>{number:,} 段</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="127"></location>
            <source>{number:,} parts</source>
            <translation>{number:,} 段</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="128"></location>
            <source>{parts}, {length} before cross-fades</source>
            <translation>{parts}，叠化前共 {length}</translation>
        </message>
        <message>
            <location filename="../../ui/reel/cuts.py" line="129"></location>
            <source>All of it, {length}</source>
            <translation>全片，{length}</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="52"></location>
            <source>What {film} is shown with in its film deliveries.</source>
            <translation>《{film}》在视频成片里与什么一起出现。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="53"></location>
            <source>Cards, cuts and music</source>
            <translation>卡片、剪段与音乐</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="58"></location>
            <source>Opening card</source>
            <translation>片头卡</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="59"></location>
            <source>End card</source>
            <translation>片尾卡</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="72"></location>
            <source>The film alone</source>
            <translation>仅影片</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="108"></location>
            <source>Copied into the campaign's folder: {files}</source>
            <translation>将复制到项目文件夹：{files}</translation>
        </message>
        <message>
            <location filename="../../ui/reel/dialog.py" line="126"></location>
            <source>Copying files</source>
            <translation>正在复制文件</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="27"></location>
            <location filename="../../ui/reel/music.py" line="30"></location>
            <location filename="../../ui/reel/music.py" line="89"></location>
            <location filename="../../ui/reel/music.py" line="59"></location>
            <source>Music</source>
            <translation>音乐</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="32"></location>
            <location filename="../../ui/reel/music.py" line="33"></location>
            <source>dB</source>
            <translation>dB</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="39"></location>
            <source>Level</source>
            <translation>音量</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="40"></location>
            <source>Goes down by</source>
            <translation>让声时降低</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="41"></location>
            <source>Fades out in</source>
            <translation>结尾淡出</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="43"></location>
            <source>Is down within</source>
            <translation>降到位用时</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="43"></location>
            <source>Is up again within</source>
            <translation>恢复用时</translation>
        </message>
        <message>
            <location filename="../../ui/reel/music.py" line="88"></location>
            <source>Sound ({endings})</source>
            <translation>声音 ({endings})</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="25"></location>
            <source>Slate</source>
            <translation>信息页</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="28"></location>
            <source>Rows of the slate</source>
            <translation>信息页各行</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="29"></location>
            <source>Label</source>
            <translation>项目</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="47"></location>
            <source>Before the slate's own rows, where a delivery has a slate. No date is added.</source>
            <translation>有信息页的成片中，列在其自有各行之前。不会自动加日期。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="61"></location>
            <source>A row of the slate has no label.</source>
            <translation>信息页有一行没有写项目。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="63"></location>
            <source>Two rows of the slate have the same label.</source>
            <translation>信息页有两行的项目相同。</translation>
        </message>
        <message>
            <location filename="../../ui/reel/slate.py" line="65"></location>
            <source>A row of the slate is longer than {n} letters.</source>
            <translation>信息页有一行超过 {n} 个字符。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash.py" line="70"></location>
            <source>Back at the beginning</source>
            <translation>回到起始状态</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash.py" line="90"></location>
            <source>Lobbycard ended unexpectedly</source>
            <translation>Lobbycard 意外退出</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash.py" line="91"></location>
            <source>Lobbycard ended unexpectedly the last time.</source>
            <translation>Lobbycard 上次意外退出。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash.py" line="92"></location>
            <source>A report of it lies in {path}.</source>
            <translation>报告在 {path}。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash.py" line="162"></location>
            <source>A fault in Lobbycard stopped what it was about to do ({kind}).</source>
            <translation>Lobbycard 的故障中断了正要做的事（{kind}）。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="40"></location>
            <source>A report for the makers of Lobbycard lies in {path}</source>
            <translation>给 Lobbycard 开发者的报告在 {path}</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="46"></location>
            <source>The report</source>
            <translation>报告</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="54"></location>
            <source>Copy the report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="55"></location>
            <location filename="../../ui/shell/own.py" line="49"></location>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="61"></location>
            <source>Your work is safe.</source>
            <translation>你的工作是安全的。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="63"></location>
            <source>Your last changes could not be kept: save the campaign now.</source>
            <translation>最近的改动没能留存：请立即保存项目。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/crash_dialog.py" line="73"></location>
            <source>It has happened {n} times.</source>
            <translation>已发生 {n} 次。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="33"></location>
            <location filename="../../ui/safety/history.py" line="39"></location>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="41"></location>
            <source>Enter goes to a step. Nothing is lost by going back.</source>
            <translation>按 Enter 跳到该步骤。往回走不会丢失任何东西。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="54"></location>
            <source>Steps, oldest first</source>
            <translation>步骤，从早到晚</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="83"></location>
            <source>As it was opened</source>
            <translation>打开时的样子</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="89"></location>
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="107"></location>
            <source>now, saved</source>
            <translation>当前，已保存</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="109"></location>
            <source>now</source>
            <translation>当前</translation>
        </message>
        <message>
            <location filename="../../ui/safety/history.py" line="110"></location>
            <location filename="../../ui/shell/saved.py" line="29"></location>
            <source>saved</source>
            <translation>已保存</translation>
        </message>
        <message>
            <location filename="../../ui/safety/keeping.py" line="74"></location>
            <source>Open twice</source>
            <translation>重复打开</translation>
        </message>
        <message>
            <location filename="../../ui/safety/keeping.py" line="75"></location>
            <source>This campaign is open in another window of Lobbycard.</source>
            <translation>这个项目已在另一个 Lobbycard 窗口中打开。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/keeping.py" line="76"></location>
            <source>Work in one of them: the one that saves last is asked first.</source>
            <translation>请只在一处工作：后保存的一方会先得到询问。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/keeping.py" line="143"></location>
            <source>What you do now is not kept against a crash: save soon.</source>
            <translation>现在所做的改动没有防崩溃留存：请尽快保存。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery.py" line="100"></location>
            <source>Looking at unsaved work</source>
            <translation>正在查看未保存的工作</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery.py" line="111"></location>
            <source>What is left of it is kept in {place}.</source>
            <translation>余下的部分保存在 {place}。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery.py" line="114"></location>
            <source>Unsaved work was found that cannot be read: {reason:bare}.</source>
            <translation>发现未保存的工作，但无法读取：{reason:bare}。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery.py" line="171"></location>
            <source>Recover unsaved work</source>
            <translation>恢复未保存的工作</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery.py" line="175"></location>
            <source>Recovered</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="35"></location>
            <source>Untitled</source>
            <translation>未命名</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="36"></location>
            <source>Lobbycard ended before “{name}” was saved. The work is still here.</source>
            <translation>“{name}”保存之前 Lobbycard 就退出了。工作还在。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="37"></location>
            <source>Recover unsaved work?</source>
            <translation>恢复未保存的工作？</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="42"></location>
            <source>What you did since the last save</source>
            <translation>上次保存之后所做的</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="45"></location>
            <source>What differs from the saved version</source>
            <translation>与已保存版本的差别</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="46"></location>
            <source>Decide later</source>
            <translation>稍后决定</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="47"></location>
            <source>Do not recover</source>
            <translation>不恢复</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="47"></location>
            <source>Keep the saved version</source>
            <translation>保留已保存的版本</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="49"></location>
            <source>The unsaved work is then kept among the versions.</source>
            <translation>未保存的工作会保留在版本中。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="50"></location>
            <source>Recover</source>
            <translation>恢复</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="55"></location>
            <source>Kept last: {when}</source>
            <translation>最后留存：{when}</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="56"></location>
            <source>It was never saved to a file.</source>
            <translation>从未保存到文件。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/recovery_dialog.py" line="58"></location>
            <source>The very last step could not be read; this is the one before it.</source>
            <translation>最后一步读不出来，这是它之前的一步。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/safety.py" line="66"></location>
            <source>History…</source>
            <translation>历史…</translation>
        </message>
        <message>
            <location filename="../../ui/safety/safety.py" line="71"></location>
            <source>Every step by its name; go back to any of them</source>
            <translation>每一步都有名称，可回到任意一步</translation>
        </message>
        <message>
            <location filename="../../ui/safety/safety.py" line="76"></location>
            <source>Versions…</source>
            <translation>版本…</translation>
        </message>
        <message>
            <location filename="../../ui/safety/safety.py" line="81"></location>
            <source>Look at what saves replaced, and bring one back</source>
            <translation>查看保存时被替换的内容，并找回</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="43"></location>
            <source>What each save replaced is kept here, the last twenty of them.</source>
            <translation>每次保存所替换的内容都留在这里，保留最近二十份。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="44"></location>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="52"></location>
            <source>Versions, newest first</source>
            <translation>版本，从新到旧</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="55"></location>
            <source>What this version would change</source>
            <translation>这个版本会改动什么</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="59"></location>
            <source>Bring back</source>
            <translation>找回</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="68"></location>
            <source>There are no versions yet: each save keeps the one before it.</source>
            <translation>还没有版本：每次保存都会留下之前的一份。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="74"></location>
            <source>It would change</source>
            <translation>会有这些改动</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="94"></location>
            <source>Reading…</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="95"></location>
            <source>Reading a version</source>
            <translation>正在读取版本</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="107"></location>
            <source>Nothing: it is as now.</source>
            <translation>没有：与现在相同。</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="121"></location>
            <source>Bring back the version of {when}</source>
            <translation>找回 {when} 的版本</translation>
        </message>
        <message>
            <location filename="../../ui/safety/versions.py" line="140"></location>
            <source>unsaved work</source>
            <translation>未保存的工作</translation>
        </message>
        <message>
            <location filename="../../ui/session.py" line="188"></location>
            <source>Move the campaign</source>
            <translation>移动项目</translation>
        </message>
        <message>
            <location filename="../../ui/session.py" line="212"></location>
            <source>Load what another program changed</source>
            <translation>载入其他程序的改动</translation>
        </message>
        <message>
            <location filename="../../ui/shell/bar.py" line="33"></location>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <location filename="../../ui/shell/bar.py" line="39"></location>
            <location filename="../../ui/widgets/states.py" line="110"></location>
            <source>Close this notice</source>
            <translation>关闭这条通知</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="42"></location>
            <source>Next version</source>
            <translation>下一版本</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="43"></location>
            <source>Set the version…</source>
            <translation>设定版本…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="44"></location>
            <source>Show the campaign in its folder</source>
            <translation>在文件夹中显示项目</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="65"></location>
            <location filename="../../ui/shell/campaign_menu.py" line="68"></location>
            <location filename="../../ui/shell/campaign_menu.py" line="77"></location>
            <source>Set the version</source>
            <translation>设定版本</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="66"></location>
            <source>Version, as it stands in the names of outputs</source>
            <translation>版本号，会写进成品名称</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="99"></location>
            <source>Open recent</source>
            <translation>最近打开</translation>
        </message>
        <message>
            <location filename="../../ui/shell/campaign_menu.py" line="112"></location>
            <source>None yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="94"></location>
            <source>Open the campaign in “{folder}”</source>
            <translation>打开“{folder}”里的项目</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="97"></location>
            <source>Begin a campaign with {films}</source>
            <translation>用 {films}新建项目</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="99"></location>
            <location filename="../../ui/shell/drops.py" line="110"></location>
            <source>{number:,} subtitle file</source>
            <translation>{number:,} 个字幕文件</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="99"></location>
            <location filename="../../ui/shell/drops.py" line="110"></location>
            <source>{number:,} subtitle files</source>
            <translation>{number:,} 个字幕文件</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="100"></location>
            <source>Add {films} and {files}</source>
            <translation>添加 {films}和 {files}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="102"></location>
            <source>Add {films}</source>
            <translation>添加 {films}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="105"></location>
            <source>Open or begin a campaign first</source>
            <translation>请先打开或新建项目</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="110"></location>
            <source>Add {files}</source>
            <translation>添加 {files}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="113"></location>
            <source>Drop it on its film in the tree, or on its film's page</source>
            <translation>请拖到结构树中它所属的影片上，或拖到该影片的页面</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="117"></location>
            <source>Add as subtitles of {film}</source>
            <translation>添加为《{film}》的字幕</translation>
        </message>
        <message>
            <location filename="../../ui/shell/drops.py" line="118"></location>
            <source>Add as {language} subtitles of {film}</source>
            <translation>添加为《{film}》的 {language} 字幕</translation>
        </message>
        <message>
            <location filename="../../ui/shell/landing.py" line="33"></location>
            <source>Lobbycard takes films, subtitles, folders of them, and campaigns.</source>
            <translation>可以放入影片、字幕、含有它们的文件夹，以及项目。</translation>
        </message>
        <message>
            <location filename="../../ui/shell/landing.py" line="69"></location>
            <source>This cannot be used: {what}</source>
            <translation>这个用不了：{what}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/landing.py" line="96"></location>
            <source>{names} cannot be used here.</source>
            <translation>这里用不了 {names}。</translation>
        </message>
        <message>
            <location filename="../../ui/shell/landing.py" line="108"></location>
            <source>{name} belongs to no film yet.</source>
            <translation>{name} 还不属于任何影片。</translation>
        </message>
        <message>
            <location filename="../../ui/shell/landing.py" line="109"></location>
            <source>Begin a campaign with its film first.</source>
            <translation>请先用它的影片新建项目。</translation>
        </message>
        <message>
            <location filename="../../ui/shell/landing.py" line="123"></location>
            <source>Added as {language} subtitles of {film}</source>
            <translation>已添加为《{film}》的 {language} 字幕</translation>
        </message>
        <message>
            <location filename="../../ui/shell/languages.py" line="20"></location>
            <source>Language: {name}</source>
            <translation>语言：{name}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="41"></location>
            <location filename="../../ui/start/start.py" line="92"></location>
            <source>New campaign…</source>
            <translation>新建项目…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="42"></location>
            <location filename="../../ui/start/start.py" line="98"></location>
            <source>Open…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="43"></location>
            <source>Open the sample campaign…</source>
            <translation>打开示例项目…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="46"></location>
            <location filename="../../ui/subs/export_dialog.py" line="81"></location>
            <location filename="../../ui/subs/reporting.py" line="181"></location>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="47"></location>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="48"></location>
            <source>Close the campaign</source>
            <translation>关闭项目</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="50"></location>
            <location filename="../../ui/shell/window.py" line="186"></location>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../ui/shell/own.py" line="51"></location>
            <location filename="../../ui/shell/window.py" line="187"></location>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../ui/shell/panes.py" line="91"></location>
            <source>Next part of the window</source>
            <translation>窗口的下一部分</translation>
        </message>
        <message>
            <location filename="../../ui/shell/panes.py" line="93"></location>
            <source>Part of the window before</source>
            <translation>窗口的上一部分</translation>
        </message>
        <message>
            <location filename="../../ui/shell/rail.py" line="37"></location>
            <source>Tree</source>
            <translation>结构树</translation>
        </message>
        <message>
            <location filename="../../ui/shell/saved.py" line="31"></location>
            <source>saved {seconds} s ago</source>
            <translation>{seconds} 秒前保存</translation>
        </message>
        <message>
            <location filename="../../ui/shell/saved.py" line="33"></location>
            <source>saved {minutes} min ago</source>
            <translation>{minutes} 分钟前保存</translation>
        </message>
        <message>
            <location filename="../../ui/shell/saved.py" line="35"></location>
            <source>saved {hours} h ago</source>
            <translation>{hours} 小时前保存</translation>
        </message>
        <message>
            <location filename="../../ui/shell/saved.py" line="37"></location>
            <source>saved on {date}</source>
            <translation>保存于 {date}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/side.py" line="65"></location>
            <source>Show the campaign's tree</source>
            <translation>显示项目结构树</translation>
        </message>
        <message>
            <location filename="../../ui/shell/stillness.py" line="26"></location>
            <source>Reduce motion</source>
            <translation>减弱动效</translation>
        </message>
        <message>
            <location filename="../../ui/shell/stillness.py" line="29"></location>
            <source>Rings stand still and menus appear at once</source>
            <translation>转圈静止，菜单直接出现</translation>
        </message>
        <message>
            <location filename="../../ui/shell/strip.py" line="65"></location>
            <location filename="../../ui/shell/strip.py" line="66"></location>
            <source>Stop this job</source>
            <translation>停止这项工作</translation>
        </message>
        <message>
            <location filename="../../ui/shell/strip.py" line="98"></location>
            <source>{noted:,} outputs with findings, {ready:,} ready</source>
            <translation>{noted:,} 个成品有问题，{ready:,} 个就绪</translation>
        </message>
        <message>
            <location filename="../../ui/shell/strip.py" line="122"></location>
            <source>Stop: {job}  {share:.0%}</source>
            <translation>停止：{job}  {share:.0%}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/strip.py" line="136"></location>
            <source>{number:,} more</source>
            <translation>另有 {number:,} 项</translation>
        </message>
        <message>
            <location filename="../../ui/shell/strip.py" line="146"></location>
            <source>{job}: {note}</source>
            <translation>{job}：{note}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/top.py" line="43"></location>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../ui/shell/top.py" line="52"></location>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../ui/shell/top.py" line="66"></location>
            <source>The campaign's name</source>
            <translation>项目名称</translation>
        </message>
        <message>
            <location filename="../../ui/shell/top.py" line="115"></location>
            <source>Campaign: {name}</source>
            <translation>项目：{name}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/window.py" line="159"></location>
            <source>Keys…</source>
            <translation>快捷键…</translation>
        </message>
        <message>
            <location filename="../../ui/shell/window.py" line="186"></location>
            <source>Undo: {step}</source>
            <translation>撤销：{step}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/window.py" line="187"></location>
            <source>Redo: {step}</source>
            <translation>重做：{step}</translation>
        </message>
        <message>
            <location filename="../../ui/shell/window.py" line="351"></location>
            <source>● not saved yet</source>
            <translation>● 尚未保存</translation>
        </message>
        <message>
            <location filename="../../ui/shell/window.py" line="353"></location>
            <source>● unsaved changes</source>
            <translation>● 有未保存的改动</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="53"></location>
            <source>Open {name}</source>
            <translation>打开 {name}</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="62"></location>
            <source>Not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="64"></location>
            <source>{number:,} poster</source>
            <translation>{number:,} 张海报</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="64"></location>
            <source>{number:,} posters</source>
            <translation>{number:,} 张海报</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="65"></location>
            <source>{films} · {posters}</source>
            <translation>{films} · {posters}</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="135"></location>
            <location filename="../../ui/tree/tree_edits.py" line="52"></location>
            <source>Show in its folder</source>
            <translation>在文件夹中显示</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="138"></location>
            <source>Take off this list</source>
            <translation>从列表移除</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="174"></location>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="176"></location>
            <source>yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <location filename="../../ui/start/cards.py" line="178"></location>
            <source>{days} days ago</source>
            <translation>{days} 天前</translation>
        </message>
        <message>
            <location filename="../../ui/start/sampling.py" line="66"></location>
            <source>Open the sample</source>
            <translation>打开示例</translation>
        </message>
        <message>
            <location filename="../../ui/start/sampling.py" line="98"></location>
            <source>Stop drawing the sample film</source>
            <translation>停止绘制示例影片</translation>
        </message>
        <message>
            <location filename="../../ui/start/sampling.py" line="151"></location>
            <source>in {folder}</source>
            <translation>在 {folder}</translation>
        </message>
        <message>
            <location filename="../../ui/start/sampling.py" line="152"></location>
            <source>Choose another folder for the sample</source>
            <translation>为示例另选文件夹</translation>
        </message>
        <message>
            <location filename="../../ui/start/start.py" line="72"></location>
            <source>Recent</source>
            <translation>最近</translation>
        </message>
        <message>
            <location filename="../../ui/start/start.py" line="196"></location>
            <source>Drop films, a folder of films or a campaign anywhere in this window</source>
            <translation>把影片、影片文件夹或项目拖到窗口任意处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="44"></location>
            <source>Edit the text</source>
            <translation>修改文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="52"></location>
            <source>Add a cue</source>
            <translation>添加字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="60"></location>
            <source>Type the time</source>
            <translation>输入时间</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="69"></location>
            <source>Drag the cue</source>
            <translation>拖动字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="88"></location>
            <source>Set the in</source>
            <translation>设定入点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="88"></location>
            <source>Set the out</source>
            <translation>设定出点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="95"></location>
            <source>Insert a cue here</source>
            <translation>在此插入字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="96"></location>
            <source>Delete the cues</source>
            <translation>删除选中的字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="97"></location>
            <source>Split the cue here</source>
            <translation>在此拆分字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="98"></location>
            <source>Merge with the next</source>
            <translation>与下一条合并</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="99"></location>
            <source>Set in here</source>
            <translation>在此设入点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="100"></location>
            <source>Set out here</source>
            <translation>在此设出点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="103"></location>
            <source>Earlier by 100 ms</source>
            <translation>提前 100 毫秒</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="108"></location>
            <source>Later by 100 ms</source>
            <translation>推后 100 毫秒</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="109"></location>
            <location filename="../../ui/subs/editing.py" line="211"></location>
            <source>Sort by time</source>
            <translation>按时间排序</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="148"></location>
            <source>Insert a cue</source>
            <translation>插入字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="161"></location>
            <location filename="../../ui/subs/pairs.py" line="187"></location>
            <source>Delete {cues}</source>
            <translation>删除 {cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="162"></location>
            <source>Deleted {cues} in {language}</source>
            <translation>已删除 {language} 的 {cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="174"></location>
            <source>Split the cue</source>
            <translation>拆分字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="187"></location>
            <source>Merge cues</source>
            <translation>合并字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/editing.py" line="204"></location>
            <location filename="../../ui/subs/retiming.py" line="101"></location>
            <source>Shift cues</source>
            <translation>移动字幕时间</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="65"></location>
            <location filename="../../ui/subs/exporting.py" line="76"></location>
            <source>Export subtitles</source>
            <translation>导出字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="70"></location>
            <source>Each cue by itself, with its own times</source>
            <translation>每条字幕单独成条，各用自己的时间</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="93"></location>
            <source>Both in one file</source>
            <translation>两种语言放在一个文件</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="113"></location>
            <location filename="../../ui/subs/export_dialog.py" line="140"></location>
            <source>Styles</source>
            <translation>样式</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="114"></location>
            <source>Above</source>
            <translation>在上</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="121"></location>
            <source>File format</source>
            <translation>文件格式</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="122"></location>
            <location filename="../../ui/subs/import_dialog.py" line="67"></location>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="139"></location>
            <source>{language}: as it is</source>
            <translation>{language}：保持原样</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="178"></location>
            <source>It cannot be written so</source>
            <translation>不能这样写出</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="185"></location>
            <source>What is lost ({size})</source>
            <translation>会失去的内容（{size}）</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="187"></location>
            <source>Nothing is lost ({size})</source>
            <translation>没有损失（{size}）</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="197"></location>
            <source>UTF-8 with a byte-order mark</source>
            <translation>UTF-8（带字节序标记）</translation>
        </message>
        <message>
            <location filename="../../ui/subs/export_dialog.py" line="207"></location>
            <source>What is lost</source>
            <translation>会失去的内容</translation>
        </message>
        <message>
            <location filename="../../ui/subs/exporting.py" line="38"></location>
            <source>Export subtitles…</source>
            <translation>导出字幕…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/exporting.py" line="90"></location>
            <source>Exported {file}</source>
            <translation>已导出 {file}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/exporting.py" line="101"></location>
            <source>{file} is the file of a track of this campaign.</source>
            <translation>{file} 是本项目一条字幕轨的文件。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/exporting.py" line="102"></location>
            <source>Choose another name; saving the campaign writes that file.</source>
            <translation>请另选名称；那个文件在保存项目时写入。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/fields.py" line="47"></location>
            <source>Text of the cue</source>
            <translation>字幕文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/fields.py" line="214"></location>
            <source>Time of the cue</source>
            <translation>字幕时间</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="44"></location>
            <location filename="../../ui/subs/replacing.py" line="90"></location>
            <source>Find in the texts</source>
            <translation>在字幕中查找</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="46"></location>
            <location filename="../../ui/subs/find_bar.py" line="47"></location>
            <source>Replace with</source>
            <translation>替换为</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="48"></location>
            <source>Aa</source>
            <translation>Aa</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="48"></location>
            <source>Capitals count</source>
            <translation>区分大小写</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="49"></location>
            <source>Whole words only</source>
            <translation>仅匹配整词</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="49"></location>
            <source>Word</source>
            <translation>整词</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="50"></location>
            <source>A pattern: regular expression, $1 for a group</source>
            <translation>正则表达式；用 $1 代表分组</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="53"></location>
            <source>Where to look</source>
            <translation>查找范围</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="58"></location>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="59"></location>
            <source>Replace all</source>
            <translation>全部替换</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="66"></location>
            <source>Place before</source>
            <translation>上一处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="67"></location>
            <source>Next place</source>
            <translation>下一处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/find_bar.py" line="135"></location>
            <location filename="../../ui/subs/retiming.py" line="151"></location>
            <source>Both languages</source>
            <translation>两种语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/footage.py" line="188"></location>
            <source>Reading the sound of {id}</source>
            <translation>正在读取 {id} 的声音</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="125"></location>
            <source>F8 next   Shift+F8 before</source>
            <translation>F8 下一处   Shift+F8 上一处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="133"></location>
            <source>Fix…</source>
            <translation>修正…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="136"></location>
            <location filename="../../ui/subs/mending.py" line="58"></location>
            <source>Fix findings…</source>
            <translation>修正问题…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="200"></location>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="217"></location>
            <location filename="../../ui/subs/mend_dialog.py" line="134"></location>
            <location filename="../../ui/tree/outline.py" line="91"></location>
            <source>{number:,} finding</source>
            <translation>{number:,} 处问题</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="217"></location>
            <location filename="../../ui/subs/mend_dialog.py" line="134"></location>
            <location filename="../../ui/tree/outline.py" line="91"></location>
            <source>{number:,} findings</source>
            <translation>{number:,} 处问题</translation>
        </message>
        <message>
            <location filename="../../ui/subs/found.py" line="218"></location>
            <source>Every cue passes the checks.</source>
            <translation>每条字幕都通过了检查。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="38"></location>
            <source>Next finding</source>
            <translation>下一处问题</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="39"></location>
            <source>Finding before</source>
            <translation>上一处问题</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="40"></location>
            <source>Next doubtful link</source>
            <translation>下一处存疑的对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="43"></location>
            <source>Doubtful link before</source>
            <translation>上一处存疑的对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="47"></location>
            <source>Go to the cue on the picture</source>
            <translation>到画面上的那条字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="53"></location>
            <source>Show this cue</source>
            <translation>显示这条字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/going.py" line="83"></location>
            <source>No link is doubtful.</source>
            <translation>没有存疑的对应。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/grid.py" line="60"></location>
            <source>Cues</source>
            <translation>字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="21"></location>
            <source>No second</source>
            <translation>无第二语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="34"></location>
            <source>First language</source>
            <translation>第一语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="35"></location>
            <source>Second language</source>
            <translation>第二语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="43"></location>
            <source>Links marked with ? in the grid</source>
            <translation>表中以 ? 标出的对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="47"></location>
            <source>Approved cues that changed since; Shift+F9 goes to the next</source>
            <translation>批准后又改动的字幕；Shift+F9 到下一处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="55"></location>
            <location filename="../../ui/subs/head.py" line="120"></location>
            <location filename="../../ui/subs/pairs.py" line="62"></location>
            <source>Locked boundaries</source>
            <translation>时间锁定</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="83"></location>
            <source>Begin a track…</source>
            <translation>新建字幕轨…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="84"></location>
            <location filename="../../ui/subs/page.py" line="128"></location>
            <source>Add a track…</source>
            <translation>添加字幕轨…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="110"></location>
            <source>linked {pairing:.0%}</source>
            <translation>已对齐 {pairing:.0%}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="110"></location>
            <source>linking…</source>
            <translation>正在对齐…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="113"></location>
            <source>{number:,} doubtful</source>
            <translation>{number:,} 处存疑</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="120"></location>
            <location filename="../../ui/subs/pairs.py" line="148"></location>
            <source>Own timing</source>
            <translation>各自计时</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="122"></location>
            <source>Both languages of a link begin and end together. Press to give each its own times.</source>
            <translation>成对字幕的两种语言同起同止。按下可让各自计时。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="124"></location>
            <source>Each language has its own times. Press to let linked cues begin and end together.</source>
            <translation>两种语言各有各的时间。按下可让成对字幕同起同止。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="132"></location>
            <source>approved {shares}</source>
            <translation>已批准 {shares}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="164"></location>
            <source>Add a subtitle file…</source>
            <translation>添加字幕文件…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="168"></location>
            <location filename="../../ui/subs/page.py" line="129"></location>
            <source>Begin a new track…</source>
            <translation>新建字幕轨…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="186"></location>
            <source>The subtitles of “{title}” stand here, source beside target. Drop a file, or begin with one of these.</source>
            <translation>《{title}》的字幕在这里，原文与译文并列。拖入文件，或从下面开始。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/head.py" line="192"></location>
            <source>Subtitles stand here once the campaign has a film.</source>
            <translation>项目有了影片，字幕就会在这里。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="75"></location>
            <source>Repaired and left out</source>
            <translation>修正与未采用</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="78"></location>
            <source>Every time code became a cue; nothing was repaired.</source>
            <translation>每个时间码都成为一条字幕；没有需要修正的地方。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="106"></location>
            <source>chosen</source>
            <translation>手选</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="149"></location>
            <source>Add two tracks</source>
            <translation>添加两条字幕轨</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="177"></location>
            <source>Two languages</source>
            <translation>两种语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="180"></location>
            <source>Two tracks: {above} above {below}, {both} in both</source>
            <translation>两条字幕轨：{above}在上，{below}在下，{both}两种语言都有</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="184"></location>
            <source>One track, as the file is</source>
            <translation>一条字幕轨，保持文件原样</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_dialog.py" line="195"></location>
            <source>{cues} could not be told apart: choose the language.</source>
            <translation>{cues}无法分清：请选择语言。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="48"></location>
            <source>unknown language</source>
            <translation>未知语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="57"></location>
            <source>{number:,} time code</source>
            <translation>{number:,} 个时间码</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="57"></location>
            <source>{number:,} time codes</source>
            <translation>{number:,} 个时间码</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="59"></location>
            <source>{n:,} dropped</source>
            <translation>{n:,} 条未采用</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="60"></location>
            <location filename="../../ui/subs/importing.py" line="116"></location>
            <source>{number:,} repair</source>
            <translation>{number:,} 处修正</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="60"></location>
            <location filename="../../ui/subs/importing.py" line="116"></location>
            <source>{number:,} repairs</source>
            <translation>{number:,} 处修正</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="106"></location>
            <source>Line number</source>
            <translation>行号</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="133"></location>
            <source>Left out: {why}</source>
            <translation>未采用：{why}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="151"></location>
            <source>Cues to decide</source>
            <translation>待定的字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="153"></location>
            <location filename="../../ui/subs/mend_dialog.py" line="89"></location>
            <location filename="../../ui/subs/model.py" line="254"></location>
            <source>In</source>
            <translation>入点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="182"></location>
            <location filename="../../ui/subs/import_parts.py" line="153"></location>
            <source>Belongs to</source>
            <translation>归属</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="188"></location>
            <source>{first} up to “{line}”, then {second}</source>
            <translation>到“{line}”为{first}，其后为{second}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="217"></location>
            <source>The text looks as if it had been encoded twice. Choose what reads right.</source>
            <translation>文字看来经过两次编码。请选择读起来正确的一项。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/import_parts.py" line="218"></location>
            <source>The encoding is a guess. Choose the one whose first cues read right.</source>
            <translation>编码只是推测。请选择开头几条字幕读起来正确的一项。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/importing.py" line="72"></location>
            <source>The language of the upper lines in {path}</source>
            <translation>{path} 中上面各行的语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/importing.py" line="73"></location>
            <source>The language of the lower lines in {path}</source>
            <translation>{path} 中下面各行的语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/importing.py" line="91"></location>
            <location filename="../../ui/subs/importing.py" line="107"></location>
            <source>Add {path}</source>
            <translation>添加 {path}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/importing.py" line="98"></location>
            <source>The language of {path}</source>
            <translation>{path} 的语言</translation>
        </message>
        <message>
            <location filename="../../ui/subs/importing.py" line="111"></location>
            <source>{file}: {encoding}, {cues}, {repairs}, {n:,} dropped</source>
            <translation>{file}：{encoding}，{cues}，{repairs}，{n:,} 条未采用</translation>
        </message>
        <message>
            <location filename="../../ui/subs/looking.py" line="27"></location>
            <source>Checking the subtitles</source>
            <translation>正在检查字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="41"></location>
            <source>Fix findings</source>
            <translation>修正问题</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="43"></location>
            <source>Each change keeps both languages in step and brings no new finding.</source>
            <translation>每处修改都让两种语言保持同步，且不会带来新问题。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="59"></location>
            <source>Fix</source>
            <translation>修正</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="87"></location>
            <source>What would change</source>
            <translation>将要修改的内容</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="89"></location>
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="89"></location>
            <source>Then</source>
            <translation>修改后</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="131"></location>
            <source>{cues} changed, {findings} left</source>
            <translation>修改 {cues}，剩余 {findings}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mend_dialog.py" line="148"></location>
            <source>taken out</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mending.py" line="29"></location>
            <source>Fixing the subtitles</source>
            <translation>正在修正字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mending.py" line="51"></location>
            <source>Fix this cue</source>
            <translation>修正此条字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mending.py" line="105"></location>
            <location filename="../../ui/subs/mending.py" line="111"></location>
            <source>Nothing here can be fixed without a new finding.</source>
            <translation>这里没有不带来新问题就能修正的内容。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mending.py" line="107"></location>
            <source>Fixed: {what}</source>
            <translation>已修正：{what}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mending.py" line="135"></location>
            <source>Fixed {cues}.</source>
            <translation>已修正 {cues}。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/mending.py" line="141"></location>
            <source>Fix {cues}</source>
            <translation>修正 {cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="253"></location>
            <source>c/s</source>
            <translation>字/秒</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="254"></location>
            <source>Out</source>
            <translation>出点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="261"></location>
            <source>Characters a second</source>
            <translation>每秒字数</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="311"></location>
            <source>These may not belong together ({confidence:.0%} sure).</source>
            <translation>它们可能并不对应（把握 {confidence:.0%}）。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="315"></location>
            <source>No cue in this language. Type to add one.</source>
            <translation>这种语言没有这一条。直接输入即可添加。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="347"></location>
            <source>There is no cue.</source>
            <translation>没有字幕。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="353"></location>
            <source>It would end {time} before it starts.</source>
            <translation>出点会比入点早 {time}。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="353"></location>
            <source>{number:,} ms</source>
            <translation>{number:,} 毫秒</translation>
        </message>
        <message>
            <location filename="../../ui/subs/model.py" line="355"></location>
            <source>It would end when it starts.</source>
            <translation>出点会与入点相同。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/note_dialog.py" line="21"></location>
            <source>Note on the cue</source>
            <translation>字幕备注</translation>
        </message>
        <message>
            <location filename="../../ui/subs/note_dialog.py" line="25"></location>
            <location filename="../../ui/subs/signs.py" line="89"></location>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="../../ui/subs/note_dialog.py" line="32"></location>
            <location filename="../../ui/subs/reviewing.py" line="126"></location>
            <source>Keep</source>
            <translation>保留</translation>
        </message>
        <message>
            <location filename="../../ui/subs/page.py" line="130"></location>
            <source>How the file was read…</source>
            <translation>文件的读入情况…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="28"></location>
            <source>Linking the tracks</source>
            <translation>正在配对字幕轨</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="44"></location>
            <source>Link the selected cues</source>
            <translation>将所选字幕配成一对</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="45"></location>
            <source>Take the link apart</source>
            <translation>拆开此对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="46"></location>
            <source>They belong together</source>
            <translation>确认此对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="48"></location>
            <source>Insert in both languages</source>
            <translation>两种语言同时插入</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="49"></location>
            <source>Delete in both languages</source>
            <translation>两种语言同时删除</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="50"></location>
            <source>Split both languages</source>
            <translation>两种语言同时拆分</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="51"></location>
            <source>Merge both languages</source>
            <translation>两种语言同时合并</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="66"></location>
            <source>Both languages of a link begin and end together.</source>
            <translation>成对字幕的两种语言同起同止。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="88"></location>
            <source>Link cues</source>
            <translation>配对字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="98"></location>
            <location filename="../../ui/subs/pairs.py" line="110"></location>
            <location filename="../../ui/subs/pairs.py" line="202"></location>
            <source>This cue has no partner.</source>
            <translation>此条字幕没有对应的另一种语言。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="100"></location>
            <source>Take a link apart</source>
            <translation>拆开对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="114"></location>
            <source>Confirm a link</source>
            <translation>确认对应</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="134"></location>
            <location filename="../../ui/subs/pairs.py" line="47"></location>
            <source>Link the tracks anew</source>
            <translation>重新配对字幕轨</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="139"></location>
            <source>The links are as they were.</source>
            <translation>对应关系没有变化。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="139"></location>
            <source>The tracks are linked anew.</source>
            <translation>字幕轨已重新配对。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="148"></location>
            <source>Lock the boundaries</source>
            <translation>锁定时间</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="166"></location>
            <source>Insert a pair</source>
            <translation>插入一对字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="188"></location>
            <source>Deleted {cues} in both languages</source>
            <translation>已删除两种语言的{cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="208"></location>
            <source>Split a pair</source>
            <translation>拆分一对字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="217"></location>
            <source>Merge pairs</source>
            <translation>合并成对字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pairs.py" line="224"></location>
            <source>The tracks are still being compared. One moment.</source>
            <translation>仍在比对字幕轨，请稍候。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="38"></location>
            <source>In the clipboard, not a cue: {text}</source>
            <translation>剪贴板中有无法识别为字幕的内容：{text}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="39"></location>
            <source>Copy it again, or paste the texts alone.</source>
            <translation>请重新复制，或只粘贴文字。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="57"></location>
            <source>Copy the cues</source>
            <translation>复制字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="58"></location>
            <source>Paste over the texts</source>
            <translation>粘贴并覆盖文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="59"></location>
            <source>Paste over the times</source>
            <translation>粘贴并覆盖时间</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="79"></location>
            <source>Copied {cues}.</source>
            <translation>已复制{cues}。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="95"></location>
            <source>There are no times to paste.</source>
            <translation>没有可粘贴的时间。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="97"></location>
            <source>There is no text to paste.</source>
            <translation>没有可粘贴的文字。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/pasting.py" line="101"></location>
            <source>Paste over {cues}</source>
            <translation>粘贴覆盖{cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="31"></location>
            <source>Finding</source>
            <translation>正在查找</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="100"></location>
            <source>Find and replace</source>
            <translation>查找和替换</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="108"></location>
            <source>Next place found</source>
            <translation>下一处匹配</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="116"></location>
            <source>Place found before</source>
            <translation>上一处匹配</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="173"></location>
            <source>Finding…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="217"></location>
            <source>This pattern takes too long.</source>
            <translation>这个表达式耗时过长，已停止。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="227"></location>
            <location filename="../../ui/subs/replacing.py" line="305"></location>
            <source>{number:,} place</source>
            <translation>{number:,} 处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="227"></location>
            <location filename="../../ui/subs/replacing.py" line="305"></location>
            <source>{number:,} places</source>
            <translation>{number:,} 处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="230"></location>
            <source>{place} of {number}</source>
            <translation>第 {place} 处，共 {number} 处</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="303"></location>
            <source>Replaced {places} in {cues}.</source>
            <translation>已在 {cues}中替换 {places}。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/replacing.py" line="321"></location>
            <source>Replace in {cues}</source>
            <translation>替换 {cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="44"></location>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="44"></location>
            <source>Page with pictures</source>
            <translation>带画面的网页</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="44"></location>
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="60"></location>
            <source>Report of the checks…</source>
            <translation>检查报告…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="76"></location>
            <location filename="../../ui/subs/reporting.py" line="147"></location>
            <source>Report of the checks</source>
            <translation>检查报告</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="104"></location>
            <source>The report is in {file}</source>
            <translation>报告已写入 {file}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="148"></location>
            <source>Every finding with its figure, limit and source, to be sent on.</source>
            <translation>列出每处问题的数值、限度和出处，可转发给他人。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="160"></location>
            <source>Limits</source>
            <translation>限度</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="169"></location>
            <source>Judge starts and ends by the film's cuts</source>
            <translation>按影片切点检查入点和出点</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reporting.py" line="171"></location>
            <source>With frames of the film</source>
            <translation>附影片画面</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="73"></location>
            <source>Shift and stretch…</source>
            <translation>平移与拉伸…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="101"></location>
            <location filename="../../ui/subs/retiming.py" line="116"></location>
            <source>Shift and stretch</source>
            <translation>平移与拉伸</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="126"></location>
            <source> s</source>
            <translation> 秒</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="128"></location>
            <source>Which cues</source>
            <translation>哪些字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="129"></location>
            <source>Below zero: earlier.</source>
            <translation>负值表示提前。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="129"></location>
            <source>Later by</source>
            <translation>延后</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="132"></location>
            <source>Made for frames a second</source>
            <translation>原帧率（帧/秒）</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="133"></location>
            <source>Shown at frames a second</source>
            <translation>放映帧率（帧/秒）</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="136"></location>
            <source>Move</source>
            <translation>移动</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="148"></location>
            <source>The selected {cues} in {language}</source>
            <translation>{language}中选定的{cues}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="153"></location>
            <source>All of {language}</source>
            <translation>{language}全部</translation>
        </message>
        <message>
            <location filename="../../ui/subs/retiming.py" line="171"></location>
            <source>The first cue would begin {seconds:.3f} s before the film.</source>
            <translation>第一条字幕会比影片早 {seconds:.3f} 秒开始。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="29"></location>
            <source>Mark as draft</source>
            <translation>标为草稿</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="30"></location>
            <source>Mark as translated</source>
            <translation>标为已译</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="31"></location>
            <source>Mark as reviewed</source>
            <translation>标为已审</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="32"></location>
            <source>Mark as approved</source>
            <translation>标为已批准</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="82"></location>
            <source>{n:,} changed</source>
            <translation>{n:,} 条有改动</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="99"></location>
            <source>Approve and go on</source>
            <translation>批准并继续</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="100"></location>
            <source>Note on the cue…</source>
            <translation>字幕备注…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="101"></location>
            <source>Next cue that is not approved</source>
            <translation>下一条未批准的字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="103"></location>
            <source>Next cue that changed since it was approved</source>
            <translation>下一条批准后有改动的字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="105"></location>
            <source>Next cue with a note</source>
            <translation>下一条有备注的字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="107"></location>
            <source>Your name in reviews…</source>
            <translation>审校署名…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="123"></location>
            <source>Your name in reviews</source>
            <translation>审校署名</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="124"></location>
            <source>It stands beside each state and note that you set, with the time.</source>
            <translation>与时间一起记在你设定的每个状态和备注旁。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="157"></location>
            <source>{cues}: {state}</source>
            <translation>{cues}：{state}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="180"></location>
            <source>Take the note away</source>
            <translation>删除备注</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="180"></location>
            <source>Write a note</source>
            <translation>写备注</translation>
        </message>
        <message>
            <location filename="../../ui/subs/reviewing.py" line="212"></location>
            <source>There is none.</source>
            <translation>没有。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/room.py" line="48"></location>
            <source>{number:g} left</source>
            <translation>余 {number:g} 字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/room.py" line="51"></location>
            <source>{lines}, {most} fit</source>
            <translation>{lines}，限 {most} 行</translation>
        </message>
        <message>
            <location filename="../../ui/subs/room.py" line="53"></location>
            <source>{speed:.1f} of {limit:g} c/s</source>
            <translation>{speed:.1f}/{limit:g} 字/秒</translation>
        </message>
        <message>
            <location filename="../../ui/subs/room.py" line="59"></location>
            <source>{number:g} over</source>
            <translation>超 {number:g} 字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="21"></location>
            <source>Cue</source>
            <translation>字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="30"></location>
            <source>not in the sheet</source>
            <translation>表格中没有</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="59"></location>
            <source>Take</source>
            <translation>采用</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="65"></location>
            <source>Every text of the sheet is as the tracks have it.</source>
            <translation>表格中的文字与字幕轨完全相同。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="79"></location>
            <source>Take away the {n} texts that are empty in the sheet</source>
            <translation>删除表格中为空的 {n} 条文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="81"></location>
            <source>Take away the text that is empty in the sheet</source>
            <translation>删除表格中为空的那条文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="92"></location>
            <source>Take 1 text</source>
            <translation>采用 1 条文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheet_dialog.py" line="92"></location>
            <source>Take {n:,} texts</source>
            <translation>采用 {n:,} 条文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="59"></location>
            <source>Send to translators…</source>
            <translation>交给译者…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="60"></location>
            <source>Take back a sheet…</source>
            <translation>收回表格…</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="80"></location>
            <source>Send to translators</source>
            <translation>交给译者</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="97"></location>
            <source>Writing the sheet</source>
            <translation>正在写表格</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="103"></location>
            <source>{number:,} row</source>
            <translation>{number:,} 行</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="103"></location>
            <source>{number:,} rows</source>
            <translation>{number:,} 行</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="103"></location>
            <source>{rows} are in {file}.</source>
            <translation>{file} 中有{rows}。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="110"></location>
            <source>Sheets ({endings})</source>
            <translation>表格 ({endings})</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="113"></location>
            <source>Take back a sheet</source>
            <translation>收回表格</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="122"></location>
            <source>Reading the sheet</source>
            <translation>正在读表格</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="146"></location>
            <source>Take back {texts}</source>
            <translation>收回{texts}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="146"></location>
            <location filename="../../ui/subs/sheets.py" line="154"></location>
            <source>{number:,} text</source>
            <translation>{number:,} 条文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="146"></location>
            <location filename="../../ui/subs/sheets.py" line="154"></location>
            <source>{number:,} texts</source>
            <translation>{number:,} 条文字</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="154"></location>
            <source>Took back {texts}</source>
            <translation>已收回{texts}</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="164"></location>
            <source>The subtitles changed while the sheet was looked at.</source>
            <translation>查看表格期间字幕有改动。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/sheets.py" line="165"></location>
            <source>Take it back again.</source>
            <translation>请重新收回。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/signs.py" line="23"></location>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <location filename="../../ui/subs/signs.py" line="24"></location>
            <source>Translated</source>
            <translation>已译</translation>
        </message>
        <message>
            <location filename="../../ui/subs/signs.py" line="25"></location>
            <source>Reviewed</source>
            <translation>已审</translation>
        </message>
        <message>
            <location filename="../../ui/subs/signs.py" line="26"></location>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <location filename="../../ui/subs/signs.py" line="87"></location>
            <source>Changed since then</source>
            <translation>之后有改动</translation>
        </message>
        <message>
            <location filename="../../ui/subs/timeline.py" line="146"></location>
            <source>cue beside</source>
            <translation>相邻字幕</translation>
        </message>
        <message>
            <location filename="../../ui/subs/tracks.py" line="51"></location>
            <source>Add a subtitle file</source>
            <translation>添加字幕文件</translation>
        </message>
        <message>
            <location filename="../../ui/subs/tracks.py" line="53"></location>
            <source>Subtitles ({endings});;All files (*)</source>
            <translation>字幕（{endings}）;;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../ui/subs/tracks.py" line="89"></location>
            <source>Begin a new track</source>
            <translation>新建字幕轨</translation>
        </message>
        <message>
            <location filename="../../ui/subs/tracks.py" line="94"></location>
            <source>Begin a track in {language}</source>
            <translation>新建 {language} 字幕轨</translation>
        </message>
        <message>
            <location filename="../../ui/subs/wave.py" line="50"></location>
            <source>Drag an edge or a cue; with Alt without snapping.
Shift-click sets in, Ctrl-click sets out. The wheel zooms, with Shift it moves along.</source>
            <translation>拖动边缘或整条字幕，按住 Alt 不吸附。
Shift 点按设入点，Ctrl 点按设出点。滚轮缩放，加 Shift 平移。</translation>
        </message>
        <message>
            <location filename="../../ui/subs/wave.py" line="95"></location>
            <source>Waveform and cues</source>
            <translation>波形与字幕</translation>
        </message>
        <message>
            <location filename="../../ui/tree/findings.py" line="83"></location>
            <source>Counting findings</source>
            <translation>正在统计问题</translation>
        </message>
        <message>
            <location filename="../../ui/tree/outline.py" line="66"></location>
            <source>not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <location filename="../../ui/tree/outline.py" line="84"></location>
            <source>not read</source>
            <translation>未读取</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree.py" line="234"></location>
            <source>Films, posters, subtitles and markets</source>
            <translation>影片、海报、字幕和市场</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="47"></location>
            <source>Rename in the tree</source>
            <translation>在结构树中重命名</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="48"></location>
            <source>Duplicate in the tree</source>
            <translation>在结构树中复制一份</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="50"></location>
            <source>Remove in the tree</source>
            <translation>在结构树中移除</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="94"></location>
            <source>Duplicate the film</source>
            <translation>复制影片</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="102"></location>
            <source>Remove the film</source>
            <translation>移除影片</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="104"></location>
            <source>Remove the subtitles</source>
            <translation>移除字幕</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="105"></location>
            <source>Remove the market</source>
            <translation>移除市场</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="108"></location>
            <source>Removed; Undo brings it back</source>
            <translation>已移除；撤销即可找回</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="120"></location>
            <source>Rename the film</source>
            <translation>重命名影片</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="126"></location>
            <source>Rename the poster</source>
            <translation>重命名海报</translation>
        </message>
        <message>
            <location filename="../../ui/tree/tree_edits.py" line="129"></location>
            <source>Rename the market</source>
            <translation>重命名市场</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/busy.py" line="49"></location>
            <location filename="../../ui/widgets/busy.py" line="109"></location>
            <source>Working</source>
            <translation>正在处理</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/language.py" line="125"></location>
            <source>The words for {language} are not installed.</source>
            <translation>没有安装{language}的文字。</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/opening.py" line="19"></location>
            <source>This system has nothing to open it with: {path}</source>
            <translation>系统里没有可以打开它的程序：{path}</translation>
        </message>
        <message>
            <location filename="../../ui/widgets/states.py" line="99"></location>
            <source>Notice</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>{n} films and tracks, {size}</source>
            <translation type="vanished">{n} 个影片和字幕文件，{size}</translation>
        </message>
    </context>
</TS>
