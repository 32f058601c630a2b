<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
    <context>
        <name>lobbycard</name>
        <message>
            <location filename="../../presets/captions/boxed.toml" line="2"></location>
            <source>boxed</source>
            <translation>Boxed</translation>
        </message>
        <message>
            <location filename="../../presets/captions/cinema-bilingual.toml" line="2"></location>
            <source>cinema-bilingual</source>
            <translation>Cinema, two languages</translation>
        </message>
        <message>
            <location filename="../../presets/captions/clean.toml" line="2"></location>
            <source>clean</source>
            <translation>Clean</translation>
        </message>
        <message>
            <location filename="../../presets/captions/top-and-bottom.toml" line="2"></location>
            <source>top-and-bottom</source>
            <translation>Top and bottom</translation>
        </message>
        <message>
            <location filename="../../presets/formats/a2.toml" line="2"></location>
            <source>a2</source>
            <translation>A2 print</translation>
        </message>
        <message>
            <location filename="../../presets/formats/award-image.toml" line="2"></location>
            <source>award-image</source>
            <translation>Award image</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-landscape.toml" line="2"></location>
            <source>dooh-landscape</source>
            <translation>DOOH landscape</translation>
        </message>
        <message>
            <location filename="../../presets/formats/dooh-portrait.toml" line="2"></location>
            <source>dooh-portrait</source>
            <translation>DOOH portrait</translation>
        </message>
        <message>
            <location filename="../../presets/formats/douyin-cover.toml" line="2"></location>
            <source>douyin-cover</source>
            <translation>Douyin cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/jis-b1.toml" line="2"></location>
            <source>jis-b1</source>
            <translation>JIS B1 poster</translation>
        </message>
        <message>
            <location filename="../../presets/formats/kakao.toml" line="2"></location>
            <source>kakao</source>
            <translation>KakaoTalk image</translation>
        </message>
        <message>
            <location filename="../../presets/formats/line-square.toml" line="2"></location>
            <source>line-square</source>
            <translation>LINE square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/metro-lightbox.toml" line="2"></location>
            <source>metro-lightbox</source>
            <translation>Metro light box</translation>
        </message>
        <message>
            <location filename="../../presets/formats/one-sheet.toml" line="2"></location>
            <source>one-sheet</source>
            <translation>One-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/open-graph.toml" line="2"></location>
            <source>open-graph</source>
            <translation>Open Graph image</translation>
        </message>
        <message>
            <location filename="../../presets/formats/six-sheet.toml" line="2"></location>
            <source>six-sheet</source>
            <translation>UK 6-sheet</translation>
        </message>
        <message>
            <location filename="../../presets/formats/wechat-cover.toml" line="2"></location>
            <source>wechat-cover</source>
            <translation>WeChat cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/weibo-square.toml" line="2"></location>
            <source>weibo-square</source>
            <translation>Weibo square</translation>
        </message>
        <message>
            <location filename="../../presets/formats/xiaohongshu.toml" line="2"></location>
            <source>xiaohongshu</source>
            <translation>Xiaohongshu cover</translation>
        </message>
        <message>
            <location filename="../../presets/formats/youtube-thumbnail.toml" line="2"></location>
            <source>youtube-thumbnail</source>
            <translation>YouTube thumbnail</translation>
        </message>
        <message>
            <location filename="../../presets/posters/centred-title.toml" line="2"></location>
            <source>centred-title</source>
            <translation>Centred title</translation>
        </message>
        <message>
            <location filename="../../presets/posters/quiet-line.toml" line="2"></location>
            <source>quiet-line</source>
            <translation>Quiet line</translation>
        </message>
        <message>
            <location filename="../../presets/posters/split.toml" line="2"></location>
            <source>split</source>
            <translation>Split</translation>
        </message>
        <message>
            <location filename="../../presets/posters/vertical-line.toml" line="2"></location>
            <source>vertical-line</source>
            <translation>Vertical line</translation>
        </message>
        <message>
            <location filename="../../presets/video/prores-422-hq.toml" line="2"></location>
            <source>prores-422-hq</source>
            <translation>ProRes 422 HQ</translation>
        </message>
        <message>
            <location filename="../../presets/video/same-as-film.toml" line="2"></location>
            <source>same-as-film</source>
            <translation>Same as the film</translation>
        </message>
        <message>
            <location filename="../../presets/video/social-square.toml" line="2"></location>
            <source>social-square</source>
            <translation>Social square</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-1080p.toml" line="2"></location>
            <source>web-1080p</source>
            <translation>Web 1080p</translation>
        </message>
        <message>
            <location filename="../../presets/video/web-720p.toml" line="2"></location>
            <source>web-720p</source>
            <translation>Web 720p</translation>
        </message>
    </context>
</TS>
