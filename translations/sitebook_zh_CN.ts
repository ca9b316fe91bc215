<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AuditWords</name>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Looked at identities</source>
        <translation>查看了身份信息</translation>
    </message>
    <message>
        <source>Exported data</source>
        <translation>导出了数据</translation>
    </message>
    <message>
        <source>Imported data</source>
        <translation>导入了数据</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Created the workspace</source>
        <translation>创建了工作区</translation>
    </message>
    <message>
        <source>Clock not compared with the server yet</source>
        <translation>时钟尚未与服务器核对</translation>
    </message>
    <message>
        <source>Clock compared with the server</source>
        <translation>时钟已与服务器核对</translation>
    </message>
    <message>
        <source>Clock had been set back</source>
        <translation>时钟曾被向后调整</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>本工作站</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>工作站 %1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Found in the source: %1</source>
        <translation>与源文件核对所见：%1</translation>
    </message>
</context>
<context>
    <name>CheckOverrides</name>
    <message>
        <source>%1: %2</source>
        <comment>question, what the check says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Why is this right? The reason is kept as a query for the reviewers.</source>
        <translation>为什么这个值是对的？理由会作为质疑保留，供审核人员查看。</translation>
    </message>
    <message>
        <source>Confirmed in the source</source>
        <translation>已与源文件确认</translation>
    </message>
    <message>
        <source>Measured again</source>
        <translation>已重新测量</translation>
    </message>
    <message>
        <source>Known of this patient</source>
        <translation>该受试者的已知情况</translation>
    </message>
    <message>
        <source>As the patient said</source>
        <translation>受试者如此陈述</translation>
    </message>
    <message>
        <source>Checks ask</source>
        <translation>核查提示</translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>yyyy-mm-dd</translation>
    </message>
    <message>
        <source>2003-12-15, 15122003 or 15-DEC-2003; 2003-12 or UN-DEC-2003 when the day is unknown; t for today</source>
        <translation>2003-12-15、15122003 或 15-DEC-2003；日期中的“日”未知时输入 2003-12 或 UN-DEC-2003；输入 t 表示今天</translation>
    </message>
    <message>
        <source>2003-12-15, 15122003 or 15-DEC-2003; t for today</source>
        <translation>2003-12-15、15122003 或 15-DEC-2003；输入 t 表示今天</translation>
    </message>
</context>
<context>
    <name>DialogPrompt</name>
    <message>
        <source>Entry error</source>
        <translation>录入错误</translation>
    </message>
    <message>
        <source>Source document was corrected</source>
        <translation>原始资料已更正</translation>
    </message>
    <message>
        <source>New information from the source</source>
        <translation>原始资料有新信息</translation>
    </message>
    <message>
        <source>Answer to a query</source>
        <translation>答复质疑</translation>
    </message>
    <message>
        <source>Another reason:</source>
        <translation>其他原因：</translation>
    </message>
    <message>
        <source>Reason for change</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save with this reason</source>
        <translation>以此原因保存</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The disk is full. Free some space, then try again; nothing was lost.</source>
        <translation>磁盘已满。请释放一些空间后重试；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>This place cannot be written to. Choose another folder.</source>
        <translation>此位置不可写入。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Your work is kept here and sent later.</source>
        <translation>无法连接服务器。您的工作保存在本机，稍后发送。</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>用户名或密码错误。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>It is in use by another program. Close that one first.</source>
        <translation>正被另一程序使用。请先关闭该程序。</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>它已不存在。</translation>
    </message>
    <message>
        <source>Something went wrong (%1). Nothing was changed; please try again.</source>
        <translation>出现错误（%1）。未作任何更改；请重试。</translation>
    </message>
    <message>
        <source>(request %1)</source>
        <translation>（请求 %1）</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>FieldHistory</name>
    <message>
        <source>This desk</source>
        <translation>本工作站</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>工作站 %1</translation>
    </message>
    <message>
        <source>This question has never had an answer.</source>
        <translation>此项目从未有过答案。</translation>
    </message>
    <message>
        <source>Oldest first, in the order this desk learned of them.</source>
        <translation>从最早到最新，按本工作站获知的顺序。</translation>
    </message>
    <message>
        <source>Report date</source>
        <translation>报告日期</translation>
    </message>
    <message>
        <source>History of the answer</source>
        <translation>答案的历史</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工作站</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Section: %1</source>
        <translation>章节：%1</translation>
    </message>
    <message>
        <source>not asked now: %1</source>
        <translation>目前不询问：%1</translation>
    </message>
    <message>
        <source>not asked now</source>
        <translation>目前不询问</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: type more of the text</source>
        <translation>
            <numerusform>还有 %n 项：请输入更多文字</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to a question</source>
        <translation>转到项目</translation>
    </message>
    <message>
        <source>Text, name or number; Enter goes there</source>
        <translation>文字、名称或编号；按 Enter 前往</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In a form: the next field. It never saves or leaves. In a table: opens the row.</source>
        <translation>在表单中：转到下一字段，绝不会保存或离开。在表格中：打开该行。</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>The next, the previous field</source>
        <translation>下一个、上一个字段</translation>
    </message>
    <message>
        <source>0 to 9</source>
        <translation>0 至 9</translation>
    </message>
    <message>
        <source>In a question with numbered answers: chooses the answer</source>
        <translation>在答案带编号的题目中：选择该答案</translation>
    </message>
    <message>
        <source>F8, Shift+F8</source>
        <translation>F8、Shift+F8</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Saves the form</source>
        <translation>保存表单</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>向下键</translation>
    </message>
    <message>
        <source>From the search to the table</source>
        <translation>从搜索框转到表格</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clears the search, closes a question</source>
        <translation>清除搜索，关闭提问</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>In forms and tables</source>
        <translation>在表单和表格中</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Version %1

The desk of a clinical study site: patients, reports, synchronisation and a provable audit trail.

Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>版本 %1

临床研究中心的工作台：受试者、报告、同步，以及可验证的稽查轨迹。

自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>In a question: says why there is no answer</source>
        <translation>在问题中：说明为什么没有答案</translation>
    </message>
    <message>
        <source>Shift+F1</source>
        <translation>Shift+F1</translation>
    </message>
    <message>
        <source>In a question: why it is asked, needed or computed</source>
        <translation>在问题中：查看为什么询问、必填或自动计算</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Saves the form as complete</source>
        <translation>将表单保存为已完成</translation>
    </message>
    <message>
        <source>The next, the previous problem of a form, open query, or due visit of the casebook</source>
        <translation>表单中下一个、上一个问题，下一个未关闭的质疑，或病例册中下一个到期的访视</translation>
    </message>
    <message>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <source>In a casebook: says that the visit took place, is planned or missing</source>
        <translation>在病例册中：记录访视已进行、已计划或未进行</translation>
    </message>
    <message>
        <source>F12</source>
        <translation>F12</translation>
    </message>
    <message>
        <source>Ctrl+Page down</source>
        <translation>Ctrl+Page Down</translation>
    </message>
    <message>
        <source>Saves the form and opens the patient&apos;s next one</source>
        <translation>保存表单并打开该受试者的下一份表单</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Page down</source>
        <translation>Ctrl+Shift+Page Down</translation>
    </message>
    <message>
        <source>Saves the form and opens it for the next patient</source>
        <translation>保存表单并为下一位受试者打开同一表单</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Saves the form and stays in it</source>
        <translation>保存表单并留在其中</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>Goes to the end of the form</source>
        <translation>转到表单末尾</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>In a question: all values it had, who, when and why</source>
        <translation>在项目中：它有过的所有值、修改人、时间和原因</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>In a form: goes to a question by its text, name or number</source>
        <translation>在表单中：按文字、名称或编号转到项目</translation>
    </message>
    <message>
        <source>At a question or a patient: notes something or asks a query</source>
        <translation>在题目或受试者处：添加备注或提出质疑</translation>
    </message>
</context>
<context>
    <name>MissingReasons</name>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Intentionally left blank</source>
        <translation>有意留空</translation>
    </message>
</context>
<context>
    <name>PageNames</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>稽查轨迹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>病例册</translation>
    </message>
</context>
<context>
    <name>PatientTexts</name>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Undifferentiated</source>
        <translation>未分化</translation>
    </message>
    <message>
        <source>under 1 year</source>
        <translation>不满 1 岁</translation>
    </message>
    <message>
        <source>%1 or %2 years</source>
        <translation>%1 或 %2 岁</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 岁</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>QueryWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>person, role</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>整份报告</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次质疑</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel query</source>
        <translation>取消质疑</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>%1 wrote</source>
        <translation>%1 写道</translation>
    </message>
    <message>
        <source>%1 asked again</source>
        <translation>%1 再次质疑</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 回答</translation>
    </message>
    <message>
        <source>%1 closed it</source>
        <translation>%1 关闭了质疑</translation>
    </message>
    <message>
        <source>%1 cancelled it</source>
        <translation>%1 取消了质疑</translation>
    </message>
    <message>
        <source>%1 gave it to: %2</source>
        <translation>%1 将其指派给：%2</translation>
    </message>
    <message>
        <source>Whoever is there</source>
        <translation>任何在岗人员</translation>
    </message>
    <message>
        <source>Raise query</source>
        <translation>提出质疑</translation>
    </message>
    <message>
        <source>Add reason for change</source>
        <translation>添加更改理由</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Verification not required</source>
        <translation>无需核对</translation>
    </message>
    <message>
        <source>To be verified against the source</source>
        <translation>待与源文件核对</translation>
    </message>
    <message>
        <source>Verified against the source</source>
        <translation>已与源文件核对</translation>
    </message>
    <message>
        <source>Changed since it was verified</source>
        <translation>核对后已更改</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>%n 秒后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>%n 分钟后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>%n 小时后</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <translation>
            <numerusform>约 %n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavedIndicator</name>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>All changes saved %1</source>
        <translation>所有更改已于 %1 保存</translation>
    </message>
    <message>
        <source>No unsaved changes</source>
        <translation>没有未保存的更改</translation>
    </message>
</context>
<context>
    <name>ScreenRun</name>
    <message>
        <source>There is no such language. Choose en or zh_CN.</source>
        <translation>没有该语言。请选择 en 或 zh_CN。</translation>
    </message>
</context>
<context>
    <name>StateTexts</name>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签名</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>正在上传</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>Changed since sync</source>
        <translation>同步后有更改</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>筛选期</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>已入组</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Screen failure</source>
        <translation>筛选失败</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No server set up</source>
        <translation>未设置服务器</translation>
    </message>
    <message>
        <source>Synchronising</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Sign in to the server</source>
        <translation>请登录服务器</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>被服务器拒绝</translation>
    </message>
    <message>
        <source>This program is too old for the server</source>
        <translation>本程序版本对服务器而言过旧</translation>
    </message>
    <message>
        <source>Received by the server</source>
        <translation>服务器已收到</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>临床研究协调员</translation>
    </message>
    <message>
        <source>Investigator</source>
        <translation>研究者</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监查员</translation>
    </message>
    <message>
        <source>Data manager</source>
        <translation>数据管理员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Query raised</source>
        <translation>提出质疑</translation>
    </message>
    <message>
        <source>Query answered</source>
        <translation>答复质疑</translation>
    </message>
    <message>
        <source>Query closed</source>
        <translation>关闭质疑</translation>
    </message>
    <message>
        <source>Conflict resolved</source>
        <translation>解决冲突</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未做</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Intentionally left blank</source>
        <translation>有意留空</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Undifferentiated</source>
        <translation>未分化</translation>
    </message>
    <message>
        <source>Subject ID</source>
        <translation>受试者编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Date of consent</source>
        <translation>知情同意日期</translation>
    </message>
    <message>
        <source>Other identifiers</source>
        <translation>其他标识号</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复序号</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>作答者</translation>
    </message>
    <message>
        <source>Date of report</source>
        <translation>报告日期</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Took place</source>
        <translation>已进行</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Did not occur</source>
        <translation>未发生</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed check</source>
        <translation>核查未通过</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Reason for change</source>
        <translation>更改原因</translation>
    </message>
    <message>
        <source>Date of visit</source>
        <translation>访视日期</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>指派给</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Verified against the source</source>
        <translation>已与源文件核对</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核查</translation>
    </message>
    <message>
        <source>Status before the lock</source>
        <translation>锁定前的状态</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>No day known</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>未到期</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>Waits for its turn.</source>
        <translation>等待处理。</translation>
    </message>
    <message>
        <source>Is being checked, scored and sealed.</source>
        <translation>正在核查、评分并密封。</translation>
    </message>
    <message>
        <source>Could not be stored. Correct it at its source, then retry.</source>
        <translation>无法保存。请在来源处更正后重试。</translation>
    </message>
    <message>
        <source>Sent; the server&apos;s answer is awaited.</source>
        <translation>已发送，正在等待服务器答复。</translation>
    </message>
    <message>
        <source>Somebody else changed the same field. Both values are kept until one is chosen.</source>
        <translation>他人修改了同一字段。在选定之前，两个值均予保留。</translation>
    </message>
    <message>
        <source>The server refused it. Correct the record, then retry.</source>
        <translation>服务器已拒绝。请更正记录后重试。</translation>
    </message>
    <message>
        <source>Goes out with the next sync.</source>
        <translation>将在下次同步时发送。</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>新受试者</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>Change of a patient</source>
        <translation>修改受试者</translation>
    </message>
    <message>
        <source>Change of a report</source>
        <translation>修改报告</translation>
    </message>
    <message>
        <source>Voided patient</source>
        <translation>作废受试者</translation>
    </message>
    <message>
        <source>Voided report</source>
        <translation>作废报告</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Answer to a query</source>
        <translation>答复质疑</translation>
    </message>
    <message>
        <source>Closed query</source>
        <translation>已关闭的质疑</translation>
    </message>
    <message>
        <source>Resolved conflict</source>
        <translation>已解决的冲突</translation>
    </message>
    <message>
        <source>Event at this desk</source>
        <translation>本工作站的事件</translation>
    </message>
    <message>
        <source>You work offline. Everything is kept on this desk until you go online again.</source>
        <translation>您正在脱机工作。所有内容都保存在本工作站，直到您重新联机。</translation>
    </message>
    <message>
        <source>This workspace has no server. Everything is kept on this desk; name a server in the settings.</source>
        <translation>此工作区没有服务器。所有内容都保存在本工作站；请在设置中指定服务器。</translation>
    </message>
    <message>
        <source>Everything on this desk is on the server.</source>
        <translation>本工作站的全部内容均已在服务器上。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) go out with the next sync.</source>
        <translation>
            <numerusform>%n 项更改将在下次同步时发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending and receiving changes.</source>
        <translation>正在发送和接收更改。</translation>
    </message>
    <message>
        <source>The server does not answer. It is tried again by itself; nothing is lost meanwhile.</source>
        <translation>服务器没有响应。程序会自动重试；期间不会丢失任何内容。</translation>
    </message>
    <message>
        <source>The server wants to know who you are. Sign in, and what waits goes out.</source>
        <translation>服务器需要确认您的身份。登录后，等待的内容即会发送。</translation>
    </message>
    <message>
        <source>The server does not accept changes from you. Ask your data manager about your role.</source>
        <translation>服务器不接受您的更改。请向数据管理员询问您的角色。</translation>
    </message>
    <message>
        <source>Go on capturing, and install the newer program; nothing is lost meanwhile.</source>
        <translation>请继续采集数据，并安装新版本程序；期间不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Paused. Nothing waits.</source>
        <translation>已暂停，没有等待的内容。</translation>
    </message>
    <message numerus="yes">
        <source>Paused. %n report(s) wait until you resume.</source>
        <translation>
            <numerusform>已暂停，%n 份报告等待您恢复处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits. Everything that was handed in is stored.</source>
        <translation>没有等待的内容，已提交的全部保存完毕。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing waits. %n report(s) could not be stored and need you.</source>
        <translation>
            <numerusform>没有等待的内容。%n 份报告无法保存，需要您处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait to be checked, scored and sealed.</source>
        <translation>
            <numerusform>%n 份报告等待核查、评分和密封。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait, %1 left.</source>
        <translation>
            <numerusform>%n 份报告等待处理，还需 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. %1 After that, choose Resume.</source>
        <translation>已停止。%1之后请选择“恢复”。</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Change of a visit</source>
        <translation>访视的更改</translation>
    </message>
    <message>
        <source>Change of a query</source>
        <translation>质疑的更改</translation>
    </message>
    <message>
        <source>Voided visit</source>
        <translation>已作废的访视</translation>
    </message>
    <message>
        <source>Voided query</source>
        <translation>已作废的质疑</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核对</translation>
    </message>
</context>
<context>
    <name>WhyTexts</name>
    <message>
        <source>The rule as the study writes it: %1</source>
        <translation>研究中所写的规则：%1</translation>
    </message>
    <message>
        <source>The study has no rule about this question.</source>
        <translation>研究对此问题没有规则。</translation>
    </message>
    <message>
        <source>It is asked: the rule that would hide it is not met.</source>
        <translation>此问题需要询问：隐藏它的规则不成立。</translation>
    </message>
    <message>
        <source>It is not asked now: the rule that hides it is met.</source>
        <translation>此问题目前不询问：隐藏它的规则成立。</translation>
    </message>
    <message>
        <source>An answer is needed now: the rule for that is met.</source>
        <translation>目前必须回答：必填规则成立。</translation>
    </message>
    <message>
        <source>An answer is not needed now: the rule for that is not met.</source>
        <translation>目前可以不回答：必填规则不成立。</translation>
    </message>
    <message>
        <source>It is computed by a rule; now: %1.</source>
        <translation>由规则计算得出；目前为：%1。</translation>
    </message>
    <message>
        <source>The value passes this check.</source>
        <translation>该值通过此项核查。</translation>
    </message>
    <message>
        <source>The value does not pass this check.</source>
        <translation>该值未通过此项核查。</translation>
    </message>
    <message>
        <source>The rule cannot tell yet: a value it needs is missing.</source>
        <translation>规则尚无法判断：缺少所需的值。</translation>
    </message>
    <message>
        <source>This rule cannot be run here (it is written in &quot;%1&quot;). Check it by hand.</source>
        <translation>此规则无法在此运行（所用语言为“%1”）。请人工核查。</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无值</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>目前：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>WorkLines</name>
    <message numerus="yes">
        <source>%n change(s) in conflict with another desk</source>
        <translation>
            <numerusform>%n 项更改与另一工作站冲突</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused by the server</source>
        <translation>
            <numerusform>%n 项更改被服务器拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) quarantined</source>
        <translation>
            <numerusform>%n 份提交已隔离</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) in the queue</source>
        <translation>
            <numerusform>%n 份提交在队列中</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server</source>
        <translation>
            <numerusform>%n 项更改等待发送到服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open query(ies)</source>
        <translation>
            <numerusform>%n 条待回答的质疑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue visit(s)</source>
        <translation>
            <numerusform>%n 次访视逾期</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) due now</source>
        <translation>
            <numerusform>%n 次访视现已到期</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The study has no such form at this visit. Check the study version.</source>
        <translation>研究方案在此访视中没有该表单。请检查研究版本。</translation>
    </message>
    <message>
        <source>This report was voided. It is kept for reading only.</source>
        <translation>此报告已作废，仅供阅读。</translation>
    </message>
    <message>
        <source>This report is locked. A data manager can unlock it.</source>
        <translation>此报告已锁定。数据管理员可以解锁。</translation>
    </message>
    <message>
        <source>This report is signed. It is open for reading only.</source>
        <translation>此报告已签名，仅供阅读。</translation>
    </message>
    <message>
        <source>Your role may read reports but not change them.</source>
        <translation>您的角色可以阅读报告，但不能修改。</translation>
    </message>
    <message>
        <source>The text is not strict JSON: it is cut off, damaged, nested too deeply or has a key twice.</source>
        <translation>文本不是严格的 JSON：被截断、已损坏、嵌套过深，或有重复的键。</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>服务器返回状态 %1。</translation>
    </message>
    <message>
        <source>An operation id is not a UUID.</source>
        <translation>操作标识不是 UUID。</translation>
    </message>
    <message>
        <source>At most 1,000 operation ids can be asked at once.</source>
        <translation>一次最多可查询 1,000 个操作标识。</translation>
    </message>
    <message>
        <source>This version of the protocol is not supported.</source>
        <translation>不支持此协议版本。</translation>
    </message>
    <message>
        <source>A batch holds between 1 and 200 operations.</source>
        <translation>一个批次应包含 1 至 200 个操作。</translation>
    </message>
    <message>
        <source>The text must be a JSON object.</source>
        <translation>文本必须是 JSON 对象。</translation>
    </message>
    <message>
        <source>A value is missing or has the wrong type.</source>
        <translation>缺少某个值，或其类型不正确。</translation>
    </message>
    <message>
        <source>The answer is not complete.</source>
        <translation>答复不完整。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space and try again.</source>
        <translation>磁盘已满。未作任何更改；请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>The database file cannot be opened for writing. Check the folder&apos;s permissions.</source>
        <translation>无法以写入方式打开数据库文件。请检查文件夹的权限。</translation>
    </message>
    <message>
        <source>The database is in use by another program. Close it there first.</source>
        <translation>数据库正被另一程序使用。请先在该程序中关闭。</translation>
    </message>
    <message>
        <source>The database file is damaged. Keep it as it is and restore a backup beside it.</source>
        <translation>数据库文件已损坏。请保持原样，并在旁边恢复备份。</translation>
    </message>
    <message>
        <source>This file is not a Sitebook database.</source>
        <translation>此文件不是 Sitebook 数据库。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消；未作任何更改。</translation>
    </message>
    <message>
        <source>The disk refuses to take more data. Nothing was changed; free some space and try again.</source>
        <translation>磁盘无法写入更多数据。未作任何更改；请释放一些空间后重试。</translation>
    </message>
    <message>
        <source>The database could not be read or written (SQLite %1).</source>
        <translation>无法读写数据库（SQLite %1）。</translation>
    </message>
    <message>
        <source>There is no database at this place.</source>
        <translation>此位置没有数据库。</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>One line per patient or report, for spreadsheets and statistics programs.</source>
        <translation>每位受试者或每份报告一行，用于电子表格和统计软件。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Every value as it was recorded, for programs and for moving records to another workspace.</source>
        <translation>按记录原样保存每个值，用于程序处理，或将记录转移到另一工作区。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何更改。</translation>
    </message>
    <message>
        <source>ODM-XML 1.3.2</source>
        <translation>ODM-XML 1.3.2</translation>
    </message>
    <message>
        <source>Study definition and records in the CDISC standard, for archives and other study systems.</source>
        <translation>按 CDISC 标准保存研究定义和记录，用于归档和其他研究系统。</translation>
    </message>
    <message>
        <source>This place cannot be written to. Choose another folder or ask for the right to write there.</source>
        <translation>此位置不可写入。请选择其他文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space or choose another folder, then export again.</source>
        <translation>磁盘已满。请释放一些空间或选择其他文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Check the disk, then export again.</source>
        <translation>无法写入文件：%1。请检查磁盘，然后重新导出。</translation>
    </message>
    <message>
        <source>Unsupported format</source>
        <translation>不支持的格式</translation>
    </message>
    <message>
        <source>Reports came in another order than their patients; the export was stopped.</source>
        <translation>报告的顺序与其受试者不一致；导出已停止。</translation>
    </message>
    <message>
        <source>The other answers say that this item is not asked; its answer is left out.</source>
        <translation>根据其他答案，此项目无需询问；其答案已略去。</translation>
    </message>
    <message>
        <source>The form has no such item; this answer is left out.</source>
        <translation>表单中没有此项目；该答案已略去。</translation>
    </message>
    <message>
        <source>This item is answered twice at this visit; the first answer is kept.</source>
        <translation>此项目在本次访视中有两个答案；保留第一个答案。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of the answers of this item; it is kept as recorded.</source>
        <translation>“%1”不是此项目的答案选项；按记录原样保留。</translation>
    </message>
    <message>
        <source>The file records %1, but the answers give no score; none is stored.</source>
        <translation>文件中记录为 %1，但根据答案无法得出评分；不保存评分。</translation>
    </message>
    <message>
        <source>The file records %1, the answers give %2; %2 is stored.</source>
        <translation>文件中记录为 %1，根据答案应为 %2；保存 %2。</translation>
    </message>
    <message>
        <source>The columns of this table are not known. Its first line must name patientId and further columns as our own CSV export does.</source>
        <translation>无法识别此表格的列。首行必须包含 patientId 以及与本程序 CSV 导出相同的其他列。</translation>
    </message>
    <message>
        <source>This row has %1 cells where the header has %2. The file may be cut off.</source>
        <translation>此行有 %1 个单元格，而表头有 %2 个。文件可能被截断。</translation>
    </message>
    <message>
        <source>A quote stands inside a cell that is not quoted. Quote the whole cell.</source>
        <translation>未加引号的单元格内出现引号。请为整个单元格加引号。</translation>
    </message>
    <message>
        <source>This quoted cell is never closed. The file may be cut off.</source>
        <translation>此单元格的引号没有闭合。文件可能被截断。</translation>
    </message>
    <message>
        <source>Text follows the closing quote of this cell. Double the quotes inside it.</source>
        <translation>此单元格的右引号之后还有文本。请将其中的引号写成双份。</translation>
    </message>
    <message>
        <source>This Dataset-JSON file names no columns. Get it again.</source>
        <translation>此 Dataset-JSON 文件没有指明列。请重新获取。</translation>
    </message>
    <message>
        <source>This row has %1 cells where the columns are %2. The file may be damaged; get it again.</source>
        <translation>此行有 %1 个单元格，而列数为 %2。文件可能已损坏；请重新获取。</translation>
    </message>
    <message>
        <source>The file promises %1 rows but holds %2. It may be cut off; get it again.</source>
        <translation>文件声明有 %1 行，但实际只有 %2 行。文件可能被截断；请重新获取。</translation>
    </message>
    <message>
        <source>The file ends in the middle. It may be cut off; get it again.</source>
        <translation>文件中途结束，可能被截断；请重新获取。</translation>
    </message>
    <message>
        <source>This is not valid JSON. The file may be damaged; get it again.</source>
        <translation>这不是有效的 JSON。文件可能已损坏；请重新获取。</translation>
    </message>
    <message>
        <source>This Dataset-JSON file holds %1. Only DM, ADSL and questionnaires are imported.</source>
        <translation>此 Dataset-JSON 文件包含 %1。只能导入 DM、ADSL 和问卷。</translation>
    </message>
    <message>
        <source>This is not valid XML. The file may be damaged; get it again.</source>
        <translation>这不是有效的 XML。文件可能已损坏；请重新获取。</translation>
    </message>
    <message>
        <source>This patient status is not known.</source>
        <translation>无法识别此受试者状态。</translation>
    </message>
    <message>
        <source>This patient has no identifier in the file.</source>
        <translation>文件中此受试者没有编号。</translation>
    </message>
    <message>
        <source>A patient with this identifier is there already.</source>
        <translation>已有受试者使用此编号。</translation>
    </message>
    <message>
        <source>The study does not accept this identifier; it must look like %1. Let identifiers be assigned, or correct the file.</source>
        <translation>研究方案不接受此编号；格式应如 %1。请让程序分配编号，或更正文件。</translation>
    </message>
    <message>
        <source>The study has no free identifier left.</source>
        <translation>研究已没有可用的编号。</translation>
    </message>
    <message>
        <source>This report is for a patient nobody here knows. Import or register the patient first.</source>
        <translation>此报告所属的受试者在此处不存在。请先导入或登记该受试者。</translation>
    </message>
    <message>
        <source>The study has no form for this report.</source>
        <translation>研究没有适用于此报告的表单。</translation>
    </message>
    <message>
        <source>The study has no such visit, or the file names none. Choose the visit for this file.</source>
        <translation>研究没有此访视，或文件未指明访视。请为此文件选择访视。</translation>
    </message>
    <message>
        <source>The study does not plan this form at this visit.</source>
        <translation>研究方案未在此访视安排该表单。</translation>
    </message>
    <message>
        <source>The repeat number must be 1 or more.</source>
        <translation>重复序号必须为 1 或更大。</translation>
    </message>
    <message>
        <source>This report status is not known.</source>
        <translation>无法识别此报告状态。</translation>
    </message>
    <message>
        <source>This report is in the file twice.</source>
        <translation>此报告在文件中出现两次。</translation>
    </message>
    <message>
        <source>Signature and lock do not travel with a file; the report is imported as Complete.</source>
        <translation>签名和锁定不随文件转移；该报告以“完成”状态导入。</translation>
    </message>
    <message>
        <source>This is a binary file, not a text. Choose a JSON, CSV or XML file.</source>
        <translation>这是二进制文件，不是文本。请选择 JSON、CSV 或 XML 文件。</translation>
    </message>
    <message>
        <source>This text is not UTF-8. Save the file as UTF-8, then import it again.</source>
        <translation>此文本不是 UTF-8 编码。请将文件保存为 UTF-8 后再导入。</translation>
    </message>
    <message>
        <source>This file cannot be opened. Check the name and the right to read it.</source>
        <translation>无法打开此文件。请检查文件名和读取权限。</translation>
    </message>
    <message>
        <source>This file is larger than 512 MiB. Split it, then import the parts.</source>
        <translation>此文件大于 512 MiB。请拆分后分别导入。</translation>
    </message>
    <message>
        <source>This file is empty. Choose another one.</source>
        <translation>此文件为空。请选择其他文件。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and export the trail again.</source>
        <translation>磁盘已满。请释放一些空间，然后重新导出稽查轨迹。</translation>
    </message>
    <message>
        <source>The audit trail could not be written. Choose another folder and try again.</source>
        <translation>无法写入稽查轨迹。请选择其他文件夹后重试。</translation>
    </message>
    <message>
        <source>A stored record is not readable.</source>
        <translation>一条已保存的记录无法读取。</translation>
    </message>
    <message>
        <source>A value must be a text or a missing reason (ND, NA, UNK, BLANK).</source>
        <translation>值必须是文本或缺失原因（ND、NA、UNK、BLANK）。</translation>
    </message>
    <message>
        <source>This is not a date. Type it as 2003-12-15, 15-DEC-2003 or 15122003; for an unknown day type UN-DEC-2003.</source>
        <translation>这不是日期。请输入 2003-12-15、15-DEC-2003 或 15122003；“日”未知时输入 UN-DEC-2003。</translation>
    </message>
    <message>
        <source>This date does not exist: that month has only %1 days.</source>
        <translation>此日期不存在：该月只有 %1 天。</translation>
    </message>
    <message>
        <source>A report must name its patient.</source>
        <translation>报告必须指明其受试者。</translation>
    </message>
    <message>
        <source>The study has no such form.</source>
        <translation>研究没有此表单。</translation>
    </message>
    <message>
        <source>The study has no such visit.</source>
        <translation>研究没有此访视。</translation>
    </message>
    <message>
        <source>This report names a patient who is not registered here. Register the patient, then retry.</source>
        <translation>此报告所属的受试者尚未在此登记。请登记受试者后重试。</translation>
    </message>
    <message>
        <source>This patient has this form at this visit already.</source>
        <translation>此受试者在该访视中已有此表单。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or refuses access. Unlock it, or go on with the password alone.</source>
        <translation>系统密钥环已锁定或拒绝访问。请将其解锁，或仅凭密码继续。</translation>
    </message>
    <message>
        <source>The system offers no keychain, so nothing is remembered: the password is asked for each time.</source>
        <translation>系统没有提供密钥环，因此不会记住任何内容：每次都会询问密码。</translation>
    </message>
    <message>
        <source>Your role has no key for this value.</source>
        <translation>您的角色没有此值的密钥。</translation>
    </message>
    <message>
        <source>A stored value does not open: it was damaged, moved or sealed with another key. Check the workspace and restore a backup.</source>
        <translation>某个已保存的值无法打开：已损坏、被移动，或用其他密钥密封。请检查工作区并恢复备份。</translation>
    </message>
    <message>
        <source>Choose a password; it cannot be empty.</source>
        <translation>请设置密码；密码不能为空。</translation>
    </message>
    <message>
        <source>There is not enough memory to protect the password. Close other programs and try again.</source>
        <translation>内存不足，无法保护密码。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>A password is needed and there is no terminal to ask on: use --password-file or the variable SITEBOOK_PASSWORD.</source>
        <translation>需要密码，但没有可供询问的终端：请使用 --password-file 或变量 SITEBOOK_PASSWORD。</translation>
    </message>
    <message>
        <source>Your role may not see who a patient is.</source>
        <translation>您的角色不能查看受试者身份。</translation>
    </message>
    <message>
        <source>Your role may not see clinical data.</source>
        <translation>您的角色不能查看临床数据。</translation>
    </message>
    <message>
        <source>Your role may not register patients.</source>
        <translation>您的角色不能登记受试者。</translation>
    </message>
    <message>
        <source>Your role may not change patients.</source>
        <translation>您的角色不能修改受试者。</translation>
    </message>
    <message>
        <source>Your role may not enter data.</source>
        <translation>您的角色不能录入数据。</translation>
    </message>
    <message>
        <source>Your role may not correct data.</source>
        <translation>您的角色不能更正数据。</translation>
    </message>
    <message>
        <source>Your role may not void records.</source>
        <translation>您的角色不能作废记录。</translation>
    </message>
    <message>
        <source>Your role may not answer queries.</source>
        <translation>您的角色不能答复质疑。</translation>
    </message>
    <message>
        <source>Your role may not raise or close queries.</source>
        <translation>您的角色不能提出或关闭质疑。</translation>
    </message>
    <message>
        <source>Your role may not verify against the source.</source>
        <translation>您的角色不能进行源数据核查。</translation>
    </message>
    <message>
        <source>Your role may not sign.</source>
        <translation>您的角色不能签名。</translation>
    </message>
    <message>
        <source>Your role may not lock or unlock data.</source>
        <translation>您的角色不能锁定或解锁数据。</translation>
    </message>
    <message>
        <source>Your role may not import data.</source>
        <translation>您的角色不能导入数据。</translation>
    </message>
    <message>
        <source>Your role may not export identified data.</source>
        <translation>您的角色不能导出可识别身份的数据。</translation>
    </message>
    <message>
        <source>Your role may not export data.</source>
        <translation>您的角色不能导出数据。</translation>
    </message>
    <message>
        <source>Your role may not resolve conflicts.</source>
        <translation>您的角色不能解决冲突。</translation>
    </message>
    <message>
        <source>Your role may not see the audit trail.</source>
        <translation>您的角色不能查看稽查轨迹。</translation>
    </message>
    <message>
        <source>Your role may not manage people and devices.</source>
        <translation>您的角色不能管理人员和设备。</translation>
    </message>
    <message>
        <source>Your role may not send changes to the server.</source>
        <translation>您的角色不能向服务器发送更改。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色不能执行此操作。</translation>
    </message>
    <message>
        <source>Group %1 of the recovery code holds a sign that is never used in one. Compare it with the printed code.</source>
        <translation>恢复码的第 %1 组中有一个从不使用的字符。请与打印的恢复码核对。</translation>
    </message>
    <message>
        <source>The recovery code has %1 letters and digits; %2 are needed.</source>
        <translation>恢复码有 %1 个字母和数字；应为 %2 个。</translation>
    </message>
    <message>
        <source>The recovery code has a typing error. Compare it with the printed code.</source>
        <translation>恢复码有输入错误。请与打印的恢复码核对。</translation>
    </message>
    <message>
        <source>There is not enough memory to check the password. Close other programs and try again.</source>
        <translation>内存不足，无法核对密码。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>You cannot give another person a right to data that you do not have yourself.</source>
        <translation>您不能授予他人您自己没有的数据权限。</translation>
    </message>
    <message>
        <source>The settings for password protection are not usable.</source>
        <translation>密码保护的设置不可用。</translation>
    </message>
    <message>
        <source>The name or the password is wrong. Check both and try again.</source>
        <translation>用户名或密码错误。请核对后重试。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not give out the secret of this device. Unlock the keychain and try again, or use the recovery code.</source>
        <translation>系统密钥环没有给出本设备的密钥。请解锁密钥环后重试，或使用恢复码。</translation>
    </message>
    <message>
        <source>This recovery code belongs to another workspace.</source>
        <translation>此恢复码属于另一工作区。</translation>
    </message>
    <message>
        <source>The recovery data of this workspace were damaged or come from another one. Restore the workspace from a backup.</source>
        <translation>此工作区的恢复数据已损坏，或来自另一工作区。请从备份恢复工作区。</translation>
    </message>
    <message>
        <source>This draft is not there any more.</source>
        <translation>此草稿已不存在。</translation>
    </message>
    <message>
        <source>This entry is not in the journal.</source>
        <translation>此条目不在日志中。</translation>
    </message>
    <message>
        <source>This workspace has no recovery key.</source>
        <translation>此工作区没有恢复密钥。</translation>
    </message>
    <message>
        <source>A part of the program is missing. Install it again.</source>
        <translation>程序缺少某个部分。请重新安装。</translation>
    </message>
    <message>
        <source>This folder is not a Sitebook workspace.</source>
        <translation>此文件夹不是 Sitebook 工作区。</translation>
    </message>
    <message>
        <source>This workspace was written by a newer Sitebook. Install the newer version to open it.</source>
        <translation>此工作区由更新版本的 Sitebook 写入。请安装新版本后打开。</translation>
    </message>
    <message>
        <source>This record does not exist here.</source>
        <translation>此处没有该记录。</translation>
    </message>
    <message>
        <source>There is a workspace at this place already.</source>
        <translation>此位置已有工作区。</translation>
    </message>
    <message>
        <source>The page does not follow what is already here.</source>
        <translation>此页与已有内容不衔接。</translation>
    </message>
    <message>
        <source>This operation is not in the journal.</source>
        <translation>此操作不在日志中。</translation>
    </message>
    <message>
        <source>The expression is written in a language that is not known here.</source>
        <translation>表达式使用了此处未知的语言。</translation>
    </message>
    <message>
        <source>The expression names an item the study does not have: %1</source>
        <translation>表达式引用了研究中没有的项目：%1</translation>
    </message>
    <message>
        <source>The expression is too long.</source>
        <translation>表达式过长。</translation>
    </message>
    <message>
        <source>A quoted text in the expression has no end.</source>
        <translation>表达式中带引号的文本没有结束。</translation>
    </message>
    <message>
        <source>The expression holds a sign that has no meaning: %1</source>
        <translation>表达式中有无意义的符号：%1</translation>
    </message>
    <message>
        <source>The expression ends too early.</source>
        <translation>表达式过早结束。</translation>
    </message>
    <message>
        <source>The expression cannot go on here with: %1</source>
        <translation>表达式在此处不能接：%1</translation>
    </message>
    <message>
        <source>The expression needs a condition here.</source>
        <translation>表达式在此处需要条件。</translation>
    </message>
    <message>
        <source>The expression needs a number here.</source>
        <translation>表达式在此处需要数字。</translation>
    </message>
    <message>
        <source>The expression is nested too deeply.</source>
        <translation>表达式嵌套过深。</translation>
    </message>
    <message>
        <source>The expression names an unknown function: %1</source>
        <translation>表达式引用了未知函数：%1</translation>
    </message>
    <message>
        <source>The function has too few or too many operands: %1</source>
        <translation>函数的操作数过少或过多：%1</translation>
    </message>
    <message>
        <source>The form has no such item.</source>
        <translation>表单没有此项目。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>Enter a number, with a point before the decimals.</source>
        <translation>请输入数字，小数部分前用点号。</translation>
    </message>
    <message>
        <source>Enter an existing date as YYYY-MM-DD.</source>
        <translation>请按 YYYY-MM-DD 输入存在的日期。</translation>
    </message>
    <message>
        <source>Enter a date as YYYY-MM-DD, or what is known of it: YYYY-MM or YYYY.</source>
        <translation>请按 YYYY-MM-DD 输入日期，或输入已知部分：YYYY-MM 或 YYYY。</translation>
    </message>
    <message>
        <source>Enter a time as HH:MM.</source>
        <translation>请按 HH:MM 输入时间。</translation>
    </message>
    <message>
        <source>Enter date and time as YYYY-MM-DDTHH:MM.</source>
        <translation>请按 YYYY-MM-DDTHH:MM 输入日期和时间。</translation>
    </message>
    <message>
        <source>Answer yes or no.</source>
        <translation>请回答是或否。</translation>
    </message>
    <message>
        <source>Enter a text.</source>
        <translation>请输入文本。</translation>
    </message>
    <message>
        <source>This answer is not one of the choices.</source>
        <translation>此答案不在选项之内。</translation>
    </message>
    <message>
        <source>The text has more than %1 characters.</source>
        <translation>文本超过 %1 个字符。</translation>
    </message>
    <message>
        <source>The number has more than %1 digits.</source>
        <translation>数字超过 %1 位。</translation>
    </message>
    <message>
        <source>The number has more than %1 digits after the point.</source>
        <translation>小数点后超过 %1 位。</translation>
    </message>
    <message>
        <source>An answer is needed.</source>
        <translation>此题必须回答。</translation>
    </message>
    <message>
        <source>The study cannot be written: %1</source>
        <translation>无法写出研究定义：%1</translation>
    </message>
    <message>
        <source>The study&apos;s identifiers look different.</source>
        <translation>本研究的编号格式与此不同。</translation>
    </message>
    <message>
        <source>The study&apos;s identifiers look like %1.</source>
        <translation>本研究的编号格式如 %1。</translation>
    </message>
    <message>
        <source>Give the patient an identifier.</source>
        <translation>请为受试者指定编号。</translation>
    </message>
    <message>
        <source>Enter the patient&apos;s name.</source>
        <translation>请输入受试者姓名。</translation>
    </message>
    <message>
        <source>The date of birth is in the future.</source>
        <translation>出生日期在将来。</translation>
    </message>
    <message>
        <source>The date of consent is in the future.</source>
        <translation>知情同意日期在将来。</translation>
    </message>
    <message>
        <source>The date of consent is before the date of birth.</source>
        <translation>知情同意日期早于出生日期。</translation>
    </message>
    <message>
        <source>Sex is F, M, U (unknown), UNDIFFERENTIATED, or left empty.</source>
        <translation>性别为 F、M、U（未知）、UNDIFFERENTIATED，或留空。</translation>
    </message>
    <message>
        <source>The value must be less than %1.</source>
        <translation>值必须小于 %1。</translation>
    </message>
    <message>
        <source>Unusual: values are mostly less than %1. Check it.</source>
        <translation>异常：值通常小于 %1。请核对。</translation>
    </message>
    <message>
        <source>The value must be at most %1.</source>
        <translation>值最大为 %1。</translation>
    </message>
    <message>
        <source>Unusual: values are mostly at most %1. Check it.</source>
        <translation>异常：值通常不超过 %1。请核对。</translation>
    </message>
    <message>
        <source>The value must be greater than %1.</source>
        <translation>值必须大于 %1。</translation>
    </message>
    <message>
        <source>Unusual: values are mostly greater than %1. Check it.</source>
        <translation>异常：值通常大于 %1。请核对。</translation>
    </message>
    <message>
        <source>The value must be at least %1.</source>
        <translation>值最小为 %1。</translation>
    </message>
    <message>
        <source>Unusual: values are mostly at least %1. Check it.</source>
        <translation>异常：值通常不低于 %1。请核对。</translation>
    </message>
    <message>
        <source>The value must be %1.</source>
        <translation>值必须为 %1。</translation>
    </message>
    <message>
        <source>Unusual: the value is mostly %1. Check it.</source>
        <translation>异常：值通常为 %1。请核对。</translation>
    </message>
    <message>
        <source>The value must not be %1.</source>
        <translation>值不能为 %1。</translation>
    </message>
    <message>
        <source>Unusual: the value is mostly not %1. Check it.</source>
        <translation>异常：值通常不为 %1。请核对。</translation>
    </message>
    <message>
        <source>The value must be one of: %1.</source>
        <translation>值必须为以下之一：%1。</translation>
    </message>
    <message>
        <source>Unusual: the value is mostly one of: %1. Check it.</source>
        <translation>异常：值通常为以下之一：%1。请核对。</translation>
    </message>
    <message>
        <source>The value must be none of: %1.</source>
        <translation>值不能为以下任何一个：%1。</translation>
    </message>
    <message>
        <source>Unusual: the value is mostly none of: %1. Check it.</source>
        <translation>异常：值通常不为以下任何一个：%1。请核对。</translation>
    </message>
    <message>
        <source>The file is not text. Choose a study definition.</source>
        <translation>此文件不是文本。请选择研究定义文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>This file holds no study definition. Choose the file with the study&apos;s metadata.</source>
        <translation>此文件没有研究定义。请选择包含研究元数据的文件。</translation>
    </message>
    <message>
        <source>The study&apos;s identifier pattern is not a valid regular expression.</source>
        <translation>研究的编号规则不是有效的正则表达式。</translation>
    </message>
    <message>
        <source>The file is larger than 64 MiB, which no study definition is.</source>
        <translation>文件大于 64 MiB，不可能是研究定义。</translation>
    </message>
    <message>
        <source>The file is nested too deeply. Choose a study definition.</source>
        <translation>文件嵌套过深。请选择研究定义文件。</translation>
    </message>
    <message>
        <source>The file uses an entity, which is not accepted.</source>
        <translation>文件使用了实体，不予接受。</translation>
    </message>
    <message>
        <source>The file is damaged or not XML: %1</source>
        <translation>文件已损坏或不是 XML：%1</translation>
    </message>
    <message>
        <source>No server is set up for this workspace; everything stays on this desk.</source>
        <translation>此工作区未设置服务器；所有内容都保存在本工作站。</translation>
    </message>
    <message>
        <source>Synchronisation is starting.</source>
        <translation>正在启动同步。</translation>
    </message>
    <message>
        <source>You are working offline; entries are kept here and sent when you go online again.</source>
        <translation>您正在脱机工作；录入内容保存在本机，重新联机后发送。</translation>
    </message>
    <message>
        <source>Sign in to the server to send and receive; what was entered waits here safely.</source>
        <translation>请登录服务器以发送和接收；已录入的内容在此安全等待。</translation>
    </message>
    <message>
        <source>This computer has no keychain, so the password for the server is asked for each time; sign in to send and receive.</source>
        <translation>本计算机没有密钥环，因此每次都会询问服务器密码；请登录以发送和接收。</translation>
    </message>
    <message>
        <source>The sign-in to the server has ended; enter the password again to go on sending. Nothing is lost.</source>
        <translation>服务器登录已失效；请重新输入密码以继续发送。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The server holds another study (%1) than this workspace (%2); check the address of the server or open the right workspace.</source>
        <translation>服务器上的研究（%1）与此工作区的研究（%2）不同；请检查服务器地址，或打开正确的工作区。</translation>
    </message>
    <message>
        <source>The server needs a newer version of this program; update it to send again. You can go on entering data meanwhile.</source>
        <translation>服务器需要更新版本的程序；请更新后再发送。期间您可以继续录入数据。</translation>
    </message>
    <message>
        <source>The server is older than this program; ask the person who runs it to update it.</source>
        <translation>服务器版本比本程序旧；请联系服务器管理人员更新。</translation>
    </message>
    <message>
        <source>The server does not allow this person to send; ask the study&apos;s administrator. Everything stays on this desk.</source>
        <translation>服务器不允许此人发送；请联系研究管理员。所有内容保留在本工作站。</translation>
    </message>
    <message>
        <source>The server does not allow this person to receive; ask the study&apos;s administrator.</source>
        <translation>服务器不允许此人接收；请联系研究管理员。</translation>
    </message>
    <message>
        <source>The server is busy and asked to wait; the next attempt follows by itself.</source>
        <translation>服务器繁忙，要求等待；程序会自动重试。</translation>
    </message>
    <message>
        <source>The server cannot be reached; the next attempt follows by itself. You can go on working.</source>
        <translation>无法连接服务器；程序会自动重试。您可以继续工作。</translation>
    </message>
    <message>
        <source>The server did not answer in time; the next attempt follows by itself.</source>
        <translation>服务器未及时答复；程序会自动重试。</translation>
    </message>
    <message>
        <source>The connection to the server broke; the next attempt follows by itself.</source>
        <translation>与服务器的连接中断；程序会自动重试。</translation>
    </message>
    <message>
        <source>The server&apos;s answer was larger than allowed and was not used; tell the person who runs the server.</source>
        <translation>服务器的答复超过允许的大小，未予采用；请告知服务器管理人员。</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted, so nothing was sent; ask the person who runs the server.</source>
        <translation>服务器证书不受信任，因此没有发送任何内容；请联系服务器管理人员。</translation>
    </message>
    <message>
        <source>The server had a failure of its own (%1); the next attempt follows by itself.</source>
        <translation>服务器自身发生故障（%1）；程序会自动重试。</translation>
    </message>
    <message>
        <source>The server&apos;s answer was not complete and was not used; the next attempt follows by itself.</source>
        <translation>服务器的答复不完整，未予采用；程序会自动重试。</translation>
    </message>
    <message>
        <source>Something that is not the study&apos;s server answered (%1); check the address, or sign in to the network you are using.</source>
        <translation>答复的不是研究服务器（%1）；请检查地址，或登录您正在使用的网络。</translation>
    </message>
    <message>
        <source>The server did not understand this program (%1); update the program, or tell the person who runs the server.</source>
        <translation>服务器无法理解本程序（%1）；请更新程序，或告知服务器管理人员。</translation>
    </message>
    <message>
        <source>The server does not agree with itself about its history; the next attempt follows by itself. Tell the person who runs the server if this stays.</source>
        <translation>服务器对其历史的说法前后不一；程序会自动重试。若持续如此，请告知服务器管理人员。</translation>
    </message>
    <message>
        <source>The server&apos;s receipt is not genuine, so nothing was marked as sent; tell the study&apos;s administrator.</source>
        <translation>服务器的回执不真实，因此没有标记任何内容为已发送；请告知研究管理员。</translation>
    </message>
    <message>
        <source>Connecting to the server.</source>
        <translation>正在连接服务器。</translation>
    </message>
    <message>
        <source>Sending to the server.</source>
        <translation>正在向服务器发送。</translation>
    </message>
    <message>
        <source>Receiving from the server.</source>
        <translation>正在从服务器接收。</translation>
    </message>
    <message>
        <source>The server&apos;s history has changed; comparing what it still holds, and sending again what it lost.</source>
        <translation>服务器的历史已改变；正在核对其仍持有的内容，并重新发送其丢失的内容。</translation>
    </message>
    <message>
        <source>This entry is too large for the server.</source>
        <translation>此条目对服务器而言过大。</translation>
    </message>
    <message>
        <source>The server cannot take some entries yet (%1); they follow by themselves. &quot;Sync now&quot; tries at once.</source>
        <translation>服务器暂时无法接收部分条目（%1）；稍后会自动发送。“立即同步”可马上重试。</translation>
    </message>
    <message>
        <source>Everything on this desk is on the server.</source>
        <translation>本工作站的全部内容均已在服务器上。</translation>
    </message>
    <message>
        <source>Everything is sent; conflicts that wait for a decision: %1.</source>
        <translation>全部已发送；等待裁定的冲突：%1。</translation>
    </message>
    <message>
        <source>The server refused some entries (%1); open the Sync page to see why.</source>
        <translation>服务器拒绝了部分条目（%1）；请打开“同步”页面查看原因。</translation>
    </message>
    <message>
        <source>The server does not know this name with this password; check both and try again.</source>
        <translation>服务器不认可此用户名和密码；请核对后重试。</translation>
    </message>
    <message>
        <source>This account is locked on the server; ask the study&apos;s administrator.</source>
        <translation>此账户在服务器上已锁定；请联系研究管理员。</translation>
    </message>
    <message>
        <source>Too many sign-ins in a short time; try again in %1 seconds.</source>
        <translation>短时间内登录次数过多；请在 %1 秒后重试。</translation>
    </message>
    <message>
        <source>The server cannot be reached, so signing in to it must wait; check the network. You can go on working.</source>
        <translation>无法连接服务器，只能稍后登录；请检查网络。您可以继续工作。</translation>
    </message>
    <message>
        <source>Synchronisation was closed before it was done; nothing is lost.</source>
        <translation>同步在完成之前被关闭；没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The log file cannot be written. Check the folder and its permissions.</source>
        <translation>无法写入日志文件。请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>A change after the first save needs a reason.</source>
        <translation>首次保存之后的更改需要填写原因。</translation>
    </message>
    <message>
        <source>Somebody else has changed this field since you opened the form. Open the record again, look at the new value, and enter your change once more.</source>
        <translation>自您打开表单以来，他人已修改此字段。请重新打开记录，查看新值，然后再次输入您的更改。</translation>
    </message>
    <message>
        <source>The file cannot be written. Choose another folder.</source>
        <translation>无法写入文件。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The file could not be finished. Is the disk full?</source>
        <translation>文件未能写完。磁盘是否已满？</translation>
    </message>
    <message>
        <source>This identifier belongs to another patient already. Take the next free one.</source>
        <translation>此编号已属于另一位受试者。请使用下一个可用编号。</translation>
    </message>
    <message>
        <source>This patient was voided; nothing can be changed.</source>
        <translation>此受试者已作废，不能再更改。</translation>
    </message>
    <message>
        <source>Patient %1 has the same name and date of birth. Is it the same person?</source>
        <translation>受试者 %1 的姓名和出生日期与此相同。是否为同一人？</translation>
    </message>
    <message>
        <source>This patient has this form at this visit already. Open that one, or choose another visit.</source>
        <translation>此受试者在该访视中已有此表单。请打开该表单，或选择其他访视。</translation>
    </message>
    <message>
        <source>This patient was voided; nothing can be added.</source>
        <translation>此受试者已作废，不能再添加内容。</translation>
    </message>
    <message>
        <source>This report was voided; nothing can be changed.</source>
        <translation>此报告已作废，不能再更改。</translation>
    </message>
    <message>
        <source>On its way; the server has not confirmed it yet.</source>
        <translation>正在发送；服务器尚未确认。</translation>
    </message>
    <message>
        <source>Somebody else changed the same field. Both values are kept until a person decides.</source>
        <translation>他人修改了同一字段。在有人裁定之前，两个值均予保留。</translation>
    </message>
    <message>
        <source>The server refused it. Correct the record, then send it again.</source>
        <translation>服务器已拒绝。请更正记录后重新发送。</translation>
    </message>
    <message>
        <source>Waits for the next contact with the server.</source>
        <translation>等待下次与服务器连接。</translation>
    </message>
    <message>
        <source>This system has no keychain that can be used, so the server&apos;s password is asked for each time. Nothing is stored in clear.</source>
        <translation>此系统没有可用的密钥环，因此每次都会询问服务器密码。不会以明文保存任何内容。</translation>
    </message>
    <message>
        <source>The keychain is locked or has lost this workspace&apos;s secret. Unlock the keychain and try again, or use the recovery code.</source>
        <translation>密钥环已锁定，或丢失了此工作区的密钥。请解锁密钥环后重试，或使用恢复码。</translation>
    </message>
    <message>
        <source>This entry was altered: its hash does not fit its content.</source>
        <translation>此条目被篡改：其哈希值与内容不符。</translation>
    </message>
    <message>
        <source>The values of this entry are not those that were chained.</source>
        <translation>此条目的值与写入链中的值不符。</translation>
    </message>
    <message>
        <source>An entry is missing before this one.</source>
        <translation>此条目之前缺少一个条目。</translation>
    </message>
    <message>
        <source>This entry does not follow the one before it.</source>
        <translation>此条目与前一条目不衔接。</translation>
    </message>
    <message>
        <source>This record&apos;s row differs from its history.</source>
        <translation>此记录的当前内容与其历史不符。</translation>
    </message>
    <message>
        <source>This record has no history: nobody entered it.</source>
        <translation>此记录没有历史：没有人录入过它。</translation>
    </message>
    <message>
        <source>The database file is damaged: %1</source>
        <translation>数据库文件已损坏：%1</translation>
    </message>
    <message>
        <source>Choose a folder for the workspace.</source>
        <translation>请选择工作区的文件夹。</translation>
    </message>
    <message>
        <source>Enter the number of the site.</source>
        <translation>请输入中心编号。</translation>
    </message>
    <message>
        <source>Enter a name to sign in with.</source>
        <translation>请输入登录用户名。</translation>
    </message>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>密码至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>The server&apos;s address must look like https://server.example.</source>
        <translation>服务器地址的格式应如 https://server.example。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>这是一个文件。请选择文件夹。</translation>
    </message>
    <message>
        <source>This folder is not empty. Choose a new one.</source>
        <translation>此文件夹不为空。请选择新的文件夹。</translation>
    </message>
    <message>
        <source>The folder cannot be written. Choose another one, or change its permissions.</source>
        <translation>此文件夹不可写入。请选择其他文件夹，或更改其权限。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Use the recovery code to set a new one.</source>
        <translation>密码错误次数过多。请使用恢复码设置新密码。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again in %1 seconds.</source>
        <translation>密码错误次数过多。请在 %1 秒后重试。</translation>
    </message>
    <message>
        <source>This workspace is open in another window. Use that one.</source>
        <translation>此工作区已在另一窗口中打开。请使用该窗口。</translation>
    </message>
    <message>
        <source>Checks chains, projections, seals and the database of a workspace.</source>
        <translation>检查工作区的链、投影、密封和数据库。</translation>
    </message>
    <message>
        <source>%1 operations, %2 records, %3 problems</source>
        <translation>%1 个操作，%2 条记录，%3 个问题</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither a command nor an existing workspace.</source>
        <translation>“%1”既不是命令，也不是已有的工作区。</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>Wrong number of arguments; for example: %1.</source>
        <translation>参数个数不正确；例如：%1。</translation>
    </message>
    <message>
        <source>Sitebook, the desk of a clinical study site.</source>
        <translation>Sitebook，临床研究中心的工作台。</translation>
    </message>
    <message>
        <source>Opens the desktop.</source>
        <translation>打开桌面程序。</translation>
    </message>
    <message>
        <source>Every command has --help. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done with findings.</source>
        <translation>每个命令都有 --help。退出状态：0 完成，1 失败，2 用法错误，3 完成但有发现。</translation>
    </message>
    <message>
        <source>Try: sitebook --help, or --help after a command.</source>
        <translation>请试用：sitebook --help，或在命令之后加 --help。</translation>
    </message>
    <message>
        <source>There is no display for a window. Run it in a desktop session, or use a command (sitebook --help).</source>
        <translation>没有可显示窗口的屏幕。请在桌面会话中运行，或使用命令（sitebook --help）。</translation>
    </message>
    <message>
        <source>Fills a workspace with made-up patients and queued reports.</source>
        <translation>用虚构的受试者和排队的报告填充工作区。</translation>
    </message>
    <message>
        <source>How many patients (200).</source>
        <translation>受试者数量（200）。</translation>
    </message>
    <message>
        <source>How many reports (600).</source>
        <translation>报告数量（600）。</translation>
    </message>
    <message>
        <source>The same number gives the same content (1).</source>
        <translation>相同的数字产生相同的内容（1）。</translation>
    </message>
    <message>
        <source>--patients, --reports and --seed want whole numbers.</source>
        <translation>--patients、--reports 和 --seed 需要整数。</translation>
    </message>
    <message>
        <source>The study&apos;s rule has no %1 free identifiers.</source>
        <translation>按研究的编号规则，没有 %1 个可用编号。</translation>
    </message>
    <message>
        <source>%1 patients registered, %2 reports queued</source>
        <translation>已登记 %1 位受试者，%2 份报告已排队</translation>
    </message>
    <message>
        <source>Writes patients and reports into a file, with a manifest beside it.</source>
        <translation>将受试者和报告写入文件，并在旁边生成清单。</translation>
    </message>
    <message>
        <source>csv, json, xml (CDISC ODM) or another format of the Export menu.</source>
        <translation>csv、json、xml（CDISC ODM）或“导出”菜单中的其他格式。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>要写入的文件。</translation>
    </message>
    <message>
        <source>everything (the default), patients or reports.</source>
        <translation>everything（默认，全部）、patients（受试者）或 reports（报告）。</translation>
    </message>
    <message>
        <source>Leaves out who the patients are and makes dates coarser.</source>
        <translation>略去受试者身份，并使日期变粗略。</translation>
    </message>
    <message>
        <source>Writes answers as words instead of codes.</source>
        <translation>将答案写成文字而非代码。</translation>
    </message>
    <message>
        <source>Language of those words.</source>
        <translation>这些文字的语言。</translation>
    </message>
    <message>
        <source>CSV: starts with a byte order mark, for spreadsheet programs.</source>
        <translation>CSV：以字节顺序标记开头，便于电子表格软件识别。</translation>
    </message>
    <message>
        <source>CSV: leaves cells that look like formulas as they are.</source>
        <translation>CSV：看似公式的单元格保持原样。</translation>
    </message>
    <message>
        <source>--%1 is needed.</source>
        <translation>需要 --%1。</translation>
    </message>
    <message>
        <source>--scope is everything, patients or reports.</source>
        <translation>--scope 应为 everything、patients 或 reports。</translation>
    </message>
    <message>
        <source>%1: %2 rows (%3 patients, %4 reports), %5 bytes, SHA-256 %6</source>
        <translation>%1：%2 行（%3 位受试者，%4 份报告），%5 字节，SHA-256 %6</translation>
    </message>
    <message>
        <source>Reads patients and reports from files; patients are stored, reports go into the queue.</source>
        <translation>从文件读取受试者和报告；受试者直接保存，报告进入队列。</translation>
    </message>
    <message>
        <source>The visit of reports whose file names none.</source>
        <translation>用于文件未指明访视的报告。</translation>
    </message>
    <message>
        <source>Says what would be imported and stores nothing.</source>
        <translation>说明将导入什么，不保存任何内容。</translation>
    </message>
    <message>
        <source>Gives patients the study&apos;s next free identifier and keeps the source&apos;s as an alias.</source>
        <translation>为受试者分配研究的下一个可用编号，并将来源的编号保留为别名。</translation>
    </message>
    <message>
        <source>%1 (%2): %3 read, %4 imported (%5 patients, %6 reports), %7 rejected</source>
        <translation>%1（%2）：读取 %3，导入 %4（%5 位受试者，%6 份报告），拒绝 %7</translation>
    </message>
    <message>
        <source>Creates a workspace and prints its recovery code, once.</source>
        <translation>创建工作区并打印其恢复码，仅此一次。</translation>
    </message>
    <message>
        <source>The folder to make; it must not exist or be empty.</source>
        <translation>要创建的文件夹；必须不存在或为空。</translation>
    </message>
    <message>
        <source>Study definition in any dialect, or a shipped study: demo, cdisc-pilot.</source>
        <translation>任一格式的研究定义，或随附的研究：demo、cdisc-pilot。</translation>
    </message>
    <message>
        <source>Identifier of the site.</source>
        <translation>中心的编号。</translation>
    </message>
    <message>
        <source>Sign-in name of the first person.</source>
        <translation>第一位人员的登录用户名。</translation>
    </message>
    <message>
        <source>Printed name of that person.</source>
        <translation>该人员的显示姓名。</translation>
    </message>
    <message>
        <source>coordinator (the default), investigator, monitor, data_manager or administrator.</source>
        <translation>coordinator（默认）、investigator、monitor、data_manager 或 administrator。</translation>
    </message>
    <message>
        <source>Address of the study server.</source>
        <translation>研究服务器的地址。</translation>
    </message>
    <message>
        <source>Reads the password from the first line of FILE; else it is taken from SITEBOOK_PASSWORD or asked for.</source>
        <translation>从 FILE 的首行读取密码；否则取自 SITEBOOK_PASSWORD 或进行询问。</translation>
    </message>
    <message>
        <source>Prints one JSON object.</source>
        <translation>输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>There is no role &apos;%1&apos;.</source>
        <translation>没有“%1”这一角色。</translation>
    </message>
    <message>
        <source>The two passwords are not the same; nothing was created.</source>
        <translation>两次输入的密码不一致；未创建任何内容。</translation>
    </message>
    <message>
        <source>Created the workspace %1.</source>
        <translation>已创建工作区 %1。</translation>
    </message>
    <message>
        <source>Recovery code: %1</source>
        <translation>恢复码：%1</translation>
    </message>
    <message>
        <source>Write it down and keep it locked away: it is shown this one time, and without it a forgotten password cannot be replaced.</source>
        <translation>请将其抄写下来并锁好：仅显示这一次，没有它就无法更换遗忘的密码。</translation>
    </message>
    <message>
        <source>Processes what is queued and says what is quarantined and why.</source>
        <translation>处理排队的内容，并说明被隔离的内容及原因。</translation>
    </message>
    <message>
        <source>Tries what is quarantined once more.</source>
        <translation>将已隔离的内容再试一次。</translation>
    </message>
    <message>
        <source>%1 processed, %2 accepted, %3 quarantined</source>
        <translation>处理 %1，接受 %2，隔离 %3</translation>
    </message>
    <message>
        <source>Writes a picture of every screen, filled from the demo study.</source>
        <translation>用示例研究的数据输出每个界面的图片。</translation>
    </message>
    <message>
        <source>The folder for the pictures.</source>
        <translation>存放图片的文件夹。</translation>
    </message>
    <message>
        <source>--theme is light or dark.</source>
        <translation>--theme 应为 light 或 dark。</translation>
    </message>
    <message>
        <source>Reads a study definition and says what of it is used, approximated and dropped.</source>
        <translation>读取研究定义，并说明哪些被采用、近似处理或舍弃。</translation>
    </message>
    <message>
        <source>The study definition.</source>
        <translation>研究定义文件。</translation>
    </message>
    <message>
        <source>%1, version %2 (%3)</source>
        <translation>%1，版本 %2（%3）</translation>
    </message>
    <message>
        <source>%1 visits, %2 forms, %3 items, %4 conditions; languages: %5</source>
        <translation>%1 个访视，%2 个表单，%3 个项目，%4 个条件；语言：%5</translation>
    </message>
    <message>
        <source>%1 elements used, %2 approximated, %3 dropped</source>
        <translation>采用 %1 个元素，近似处理 %2 个，舍弃 %3 个</translation>
    </message>
    <message>
        <source>Approximated:</source>
        <translation>近似处理：</translation>
    </message>
    <message>
        <source>Dropped:</source>
        <translation>舍弃：</translation>
    </message>
    <message>
        <source>Signs in at the server, sends what waits, fetches what is new.</source>
        <translation>登录服务器，发送等待的内容，获取新内容。</translation>
    </message>
    <message>
        <source>Gives up after so many seconds without progress (60).</source>
        <translation>若干秒没有进展后放弃（60）。</translation>
    </message>
    <message>
        <source>--patience wants a number of seconds.</source>
        <translation>--patience 需要秒数。</translation>
    </message>
    <message>
        <source>This workspace has no server to sync with. Set one in its settings.</source>
        <translation>此工作区没有可同步的服务器。请在其设置中指定。</translation>
    </message>
    <message>
        <source>The server does not answer. Try again later.</source>
        <translation>服务器没有响应。请稍后重试。</translation>
    </message>
    <message>
        <source>%1 sent, %2 fetched; %3 confirmed in all, %4 taken by the server, %5 waiting, %6 in conflict, %7 quarantined</source>
        <translation>发送 %1，获取 %2；共确认 %3，服务器已收 %4，等待 %5，冲突 %6，隔离 %7</translation>
    </message>
    <message>
        <source>Writes the audit trail into a file that sitebook-verify checks.</source>
        <translation>将稽查轨迹写入文件，供 sitebook-verify 核查。</translation>
    </message>
    <message>
        <source>%1: %2 entries. Check it with: sitebook-verify %1</source>
        <translation>%1：%2 个条目。请用以下命令核查：sitebook-verify %1</translation>
    </message>
    <message>
        <source>The folder of the workspace.</source>
        <translation>工作区的文件夹。</translation>
    </message>
    <message>
        <source>Who signs in; not needed where the workspace has one person.</source>
        <translation>登录人员；工作区只有一人时无需指定。</translation>
    </message>
    <message>
        <source>Say with --user who signs in: %1.</source>
        <translation>请用 --user 指明登录人员：%1。</translation>
    </message>
    <message>
        <source>Name a role with --role: coordinator, investigator, monitor, data_manager or administrator.</source>
        <translation>请用 --role 指定角色：coordinator、investigator、monitor、data_manager 或 administrator。</translation>
    </message>
    <message>
        <source>Name the person&apos;s site with --site.</source>
        <translation>请用 --site 指定该人员的中心。</translation>
    </message>
    <message>
        <source>Password of the new account: </source>
        <translation>新账户的密码： </translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation>请重新登录。</translation>
    </message>
    <message>
        <source>The server&apos;s key file cannot be written. Check the folder and its permissions.</source>
        <translation>无法写入服务器的密钥文件。请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>The server&apos;s key file cannot be read. Without it the database does not open; restore it from your backup.</source>
        <translation>无法读取服务器的密钥文件。没有它就无法打开数据库；请从备份恢复。</translation>
    </message>
    <message>
        <source>Others can read the server&apos;s key file. Make it private (chmod 600).</source>
        <translation>他人可以读取服务器的密钥文件。请将其设为私有（chmod 600）。</translation>
    </message>
    <message>
        <source>The server&apos;s key file is damaged; restore it from your backup.</source>
        <translation>服务器的密钥文件已损坏；请从备份恢复。</translation>
    </message>
    <message>
        <source>This is not an address to listen on. Use an IP address, such as 127.0.0.1.</source>
        <translation>这不是可监听的地址。请使用 IP 地址，例如 127.0.0.1。</translation>
    </message>
    <message>
        <source>Port %1 is already in use. Stop the other program, or choose another port with --listen.</source>
        <translation>端口 %1 已被占用。请停止另一程序，或用 --listen 选择其他端口。</translation>
    </message>
    <message>
        <source>The folder of the database cannot be written. Check that it exists and its permissions.</source>
        <translation>数据库所在文件夹不可写入。请检查它是否存在及其权限。</translation>
    </message>
    <message>
        <source>Another server is running on this database. Stop it first.</source>
        <translation>另一服务器正在使用此数据库。请先将其停止。</translation>
    </message>
    <message>
        <source>Configuration file: &quot;name = value&quot; lines or JSON, names as these flags.</source>
        <translation>配置文件：“name = value”行或 JSON，名称与这些参数相同。</translation>
    </message>
    <message>
        <source>Serve the demo study and make the accounts demo and monitor of site 701.</source>
        <translation>提供示例研究，并创建中心 701 的账户 demo 和 monitor。</translation>
    </message>
    <message>
        <source>account add: coordinator, investigator, monitor, data_manager or administrator.</source>
        <translation>account add：coordinator、investigator、monitor、data_manager 或 administrator。</translation>
    </message>
    <message>
        <source>account add: the person&apos;s site.</source>
        <translation>account add：该人员的中心。</translation>
    </message>
    <message>
        <source>account add: the person&apos;s full name.</source>
        <translation>account add：该人员的全名。</translation>
    </message>
    <message>
        <source>account add: read the password from a file.</source>
        <translation>account add：从文件读取密码。</translation>
    </message>
    <message>
        <source>
Every setting can also be given in the environment, for example SITEBOOK_LISTEN. The password of
an account comes from a prompt, SITEBOOK_PASSWORD or --password-file.

Examples:
  sitebook-server --demo --listen 127.0.0.1:8080
  sitebook-server account add anna --role coordinator --site 701 --database study.db
  sitebook-server --study study.xml --database study.db
</source>
        <translation>
每项设置也可以在环境变量中指定，例如 SITEBOOK_LISTEN。账户的密码
来自提示输入、SITEBOOK_PASSWORD 或 --password-file。

示例：
  sitebook-server --demo --listen 127.0.0.1:8080
  sitebook-server account add anna --role coordinator --site 701 --database study.db
  sitebook-server --study study.xml --database study.db
</translation>
    </message>
    <message>
        <source>Write: sitebook-server account add NAME --role R --site S.</source>
        <translation>请写：sitebook-server account add NAME --role R --site S。</translation>
    </message>
    <message>
        <source>Account %1 is ready.</source>
        <translation>账户 %1 已就绪。</translation>
    </message>
    <message>
        <source>Serves one study to its sites over HTTP.</source>
        <translation>通过 HTTP 向各中心提供一项研究。</translation>
    </message>
    <message>
        <source>Nothing to serve, or: account add NAME</source>
        <translation>不写（启动服务），或：account add NAME</translation>
    </message>
    <message>
        <source>This command is not known; see --help.</source>
        <translation>没有此命令；请参阅 --help。</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a few seconds.</source>
        <translation>服务器繁忙。请几秒后重试。</translation>
    </message>
    <message>
        <source>Send a user name and a password.</source>
        <translation>请发送用户名和密码。</translation>
    </message>
    <message>
        <source>The device id must be a UUID.</source>
        <translation>设备标识必须是 UUID。</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>用户名或密码不正确。</translation>
    </message>
    <message>
        <source>Too many wrong passwords: this account is closed for a quarter of an hour.</source>
        <translation>密码错误次数过多：此账户关闭一刻钟。</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute and try again.</source>
        <translation>尝试次数过多。请等待一分钟后重试。</translation>
    </message>
    <message>
        <source>Send JSON (application/json) without content encoding.</source>
        <translation>请发送未经内容编码的 JSON（application/json）。</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>此地址没有内容。</translation>
    </message>
    <message>
        <source>This address does not know that method.</source>
        <translation>此地址不支持该方法。</translation>
    </message>
    <message>
        <source>The header of the request is too large.</source>
        <translation>请求头过大。</translation>
    </message>
    <message>
        <source>The body of the request is too large.</source>
        <translation>请求体过大。</translation>
    </message>
    <message>
        <source>The request took too long to arrive.</source>
        <translation>请求到达用时过长。</translation>
    </message>
    <message>
        <source>This is not a valid request.</source>
        <translation>这不是有效的请求。</translation>
    </message>
    <message>
        <source>The content must be patients, reports or all.</source>
        <translation>content 必须为 patients、reports 或 all。</translation>
    </message>
    <message>
        <source>Patient not found</source>
        <translation>未找到受试者</translation>
    </message>
    <message>
        <source>The limit must be a number between 1 and 500.</source>
        <translation>limit 必须是 1 至 500 之间的数字。</translation>
    </message>
    <message>
        <source>Send a decimal number as text, so that it is kept as it was typed.</source>
        <translation>请将小数作为文本发送，以便按输入原样保留。</translation>
    </message>
    <message>
        <source>The form does not belong to this visit.</source>
        <translation>该表单不属于此访视。</translation>
    </message>
    <message>
        <source>The report id must be a UUID.</source>
        <translation>报告标识必须是 UUID。</translation>
    </message>
    <message>
        <source>The study has no patient of this identifier.</source>
        <translation>研究中没有此编号的受试者。</translation>
    </message>
    <message>
        <source>Another report was sent under this id before.</source>
        <translation>先前已用此标识发送过另一份报告。</translation>
    </message>
    <message>
        <source>You are signed in for another site.</source>
        <translation>您登录的是另一中心。</translation>
    </message>
    <message>
        <source>The server&apos;s history was replaced, for example by a backup. Ask again from the start.</source>
        <translation>服务器的历史已被替换，例如由备份恢复。请从头重新请求。</translation>
    </message>
    <message>
        <source>You are signed in on another device.</source>
        <translation>您已在另一设备上登录。</translation>
    </message>
    <message>
        <source>The body does not match its Content-Digest.</source>
        <translation>请求体与其 Content-Digest 不符。</translation>
    </message>
    <message>
        <source>The cursor must be a number.</source>
        <translation>cursor 必须是数字。</translation>
    </message>
    <message>
        <source>The limit must be a number of 1 or more.</source>
        <translation>limit 必须是 1 或更大的数字。</translation>
    </message>
    <message>
        <source>Too many requests. Try again in a few seconds.</source>
        <translation>请求过多。请几秒后重试。</translation>
    </message>
    <message>
        <source>Name the study to serve with --study FILE, or try --demo.</source>
        <translation>请用 --study FILE 指定要提供的研究，或试用 --demo。</translation>
    </message>
    <message>
        <source>The program is incomplete; install it again.</source>
        <translation>程序不完整；请重新安装。</translation>
    </message>
    <message>
        <source>Demo accounts %1 of site %2, password (shown only now): %3</source>
        <translation>中心 %2 的示例账户 %1，密码（仅现在显示）：%3</translation>
    </message>
    <message>
        <source>Address to listen on; port 0 takes a free one.</source>
        <translation>监听地址；端口 0 表示取空闲端口。</translation>
    </message>
    <message>
        <source>Database: a file, or sqlite:FILE.</source>
        <translation>数据库：文件，或 sqlite:FILE。</translation>
    </message>
    <message>
        <source>Study definition the server serves.</source>
        <translation>服务器提供的研究定义。</translation>
    </message>
    <message>
        <source>File with the server&apos;s keys; beside the database by default.</source>
        <translation>服务器密钥文件；默认位于数据库旁边。</translation>
    </message>
    <message>
        <source>File for the log; standard error by default.</source>
        <translation>日志文件；默认为标准错误输出。</translation>
    </message>
    <message>
        <source>Threads that serve connections.</source>
        <translation>处理连接的线程数。</translation>
    </message>
    <message>
        <source>Connections served at once.</source>
        <translation>同时处理的连接数。</translation>
    </message>
    <message>
        <source>Largest header of a request.</source>
        <translation>请求头的最大大小。</translation>
    </message>
    <message>
        <source>Largest body of a request.</source>
        <translation>请求体的最大大小。</translation>
    </message>
    <message>
        <source>Time a request&apos;s header may take.</source>
        <translation>请求头允许的时长。</translation>
    </message>
    <message>
        <source>Time a request&apos;s body may take.</source>
        <translation>请求体允许的时长。</translation>
    </message>
    <message>
        <source>Time between two requests of a connection.</source>
        <translation>同一连接两次请求之间的时长。</translation>
    </message>
    <message>
        <source>Time an answer may stand still.</source>
        <translation>答复允许停滞的时长。</translation>
    </message>
    <message>
        <source>Time for what was taken when the server stops.</source>
        <translation>服务器停止时处理已接收内容的时长。</translation>
    </message>
    <message>
        <source>Failed sign-ins of one name in a minute.</source>
        <translation>同一用户名每分钟允许的登录失败次数。</translation>
    </message>
    <message>
        <source>Pushes of one device in a second.</source>
        <translation>同一设备每秒的推送次数。</translation>
    </message>
    <message>
        <source>How often desks are told to ask for changes.</source>
        <translation>告知各工作站询问更改的频率。</translation>
    </message>
    <message>
        <source>The configuration file has a setting that is not known. See --help for their names.</source>
        <translation>配置文件中有未知设置。名称请参阅 --help。</translation>
    </message>
    <message>
        <source>A line of the configuration file is not &quot;name = value&quot;.</source>
        <translation>配置文件中有一行不是“name = value”。</translation>
    </message>
    <message>
        <source>The setting %1 must be a number from %2 to %3.</source>
        <translation>设置 %1 必须是 %2 至 %3 之间的数字。</translation>
    </message>
    <message>
        <source>Write the address to listen on as HOST:PORT, for example 127.0.0.1:8080.</source>
        <translation>请按 HOST:PORT 书写监听地址，例如 127.0.0.1:8080。</translation>
    </message>
    <message>
        <source>This server stores in SQLite only; name a file.</source>
        <translation>此服务器只能用 SQLite 存储；请指定文件。</translation>
    </message>
    <message>
        <source>Name a file for the database.</source>
        <translation>请为数据库指定文件。</translation>
    </message>
    <message>
        <source>An account has an unknown role.</source>
        <translation>某账户的角色未知。</translation>
    </message>
    <message>
        <source>An account needs a name of at most 128 characters.</source>
        <translation>账户需要最多 128 个字符的名称。</translation>
    </message>
    <message>
        <source>An account needs a site.</source>
        <translation>账户需要中心。</translation>
    </message>
    <message>
        <source>There is an account of this name already. Choose another one.</source>
        <translation>已有此名称的账户。请选择其他名称。</translation>
    </message>
    <message>
        <source>Another operation was sent under this id before.</source>
        <translation>先前已用此标识发送过另一操作。</translation>
    </message>
    <message>
        <source>The operation belongs to another device than the batch.</source>
        <translation>该操作所属设备与批次不同。</translation>
    </message>
    <message>
        <source>The operation does not continue the audit chain the server knows of this device.</source>
        <translation>该操作与服务器所知的本设备稽查链不衔接。</translation>
    </message>
    <message>
        <source>This record id belongs to another record.</source>
        <translation>此记录标识属于另一记录。</translation>
    </message>
    <message>
        <source>The server does not know this record.</source>
        <translation>服务器不知道此记录。</translation>
    </message>
    <message>
        <source>The server does not know the person who did this.</source>
        <translation>服务器不知道执行此操作的人员。</translation>
    </message>
    <message>
        <source>The identifier does not fit the study&apos;s rule.</source>
        <translation>此编号不符合研究的规则。</translation>
    </message>
    <message>
        <source>This file is not a database of the Sitebook server. Name another one with --database.</source>
        <translation>此文件不是 Sitebook 服务器的数据库。请用 --database 指定其他文件。</translation>
    </message>
    <message>
        <source>This database was written by a newer Sitebook server. Update the program.</source>
        <translation>此数据库由更新版本的 Sitebook 服务器写入。请更新程序。</translation>
    </message>
    <message>
        <source>This database holds study %1, not %2. Name another database or the right study.</source>
        <translation>此数据库中的研究是 %1，而不是 %2。请指定其他数据库或正确的研究。</translation>
    </message>
    <message>
        <source>Language of the screens, en or zh_CN; all when left out.</source>
        <translation>界面语言，en 或 zh_CN；省略时为全部语言。</translation>
    </message>
    <message>
        <source>light or dark; both when left out.</source>
        <translation>light（浅色）或 dark（深色）；省略时两者都输出。</translation>
    </message>
    <message>
        <source>Explains this command.</source>
        <translation>说明此命令。</translation>
    </message>
    <message>
        <source>The last row does not end with a line break, so the file may be cut off. Compare this row with its source.</source>
        <translation>最后一行没有以换行结束，文件可能被截断。请将此行与来源核对。</translation>
    </message>
    <message>
        <source>This JSON file is neither CDISC Dataset-JSON nor an export of this program. Choose one of these.</source>
        <translation>此 JSON 文件既不是 CDISC Dataset-JSON，也不是本程序的导出文件。请选择其中之一。</translation>
    </message>
    <message>
        <source>This XML file is not ODM. Choose another one.</source>
        <translation>此 XML 文件不是 ODM。请选择其他文件。</translation>
    </message>
    <message>
        <source>This ODM file holds a study definition but no patients. Choose an export of data.</source>
        <translation>此 ODM 文件包含研究定义，但没有受试者。请选择数据导出文件。</translation>
    </message>
    <message>
        <source>This file holds no records; it may be cut off. Get it again.</source>
        <translation>此文件没有记录，可能被截断。请重新获取。</translation>
    </message>
    <message>
        <source>The password file cannot be read. Check its name and the right to read it.</source>
        <translation>无法读取密码文件。请检查文件名和读取权限。</translation>
    </message>
    <message>
        <source>The first line of the password file is empty. Write the password there.</source>
        <translation>密码文件的首行为空。请在该行写入密码。</translation>
    </message>
    <message>
        <source>There is no such file. Check the name and the folder.</source>
        <translation>没有此文件。请检查文件名和文件夹。</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1. Check the right to read it.</source>
        <translation>无法打开文件：%1。请检查读取权限。</translation>
    </message>
    <message>
        <source>There is a workspace at this place already. Open that one, or choose a new folder.</source>
        <translation>此位置已有工作区。请打开该工作区，或选择新的文件夹。</translation>
    </message>
    <message>
        <source>The study could not be copied into the workspace. Check that the disk has space and may be written, then try again; nothing was created.</source>
        <translation>无法将研究定义复制到工作区。请确认磁盘有空间且可写入，然后重试；未创建任何内容。</translation>
    </message>
    <message>
        <source>An option stands without its value, or has one that it does not take.</source>
        <translation>某个选项缺少值，或带有其不接受的值。</translation>
    </message>
    <message>
        <source>This command has no option %1.</source>
        <translation>此命令没有选项 %1。</translation>
    </message>
    <message>
        <source>Unsupported format. Choose one of these: %1.</source>
        <translation>不支持的格式。请选择以下之一：%1。</translation>
    </message>
    <message>
        <source>The server cannot listen on %1: %2. Choose another address with --listen.</source>
        <translation>服务器无法监听 %1：%2。请用 --listen 选择其他地址。</translation>
    </message>
    <message>
        <source>An option stands without its value, or has one that it does not take; see --help.</source>
        <translation>某个选项缺少值，或带有其不接受的值；请参阅 --help。</translation>
    </message>
    <message>
        <source>This option is not known; see --help.</source>
        <translation>没有此选项；请参阅 --help。</translation>
    </message>
    <message>
        <source>The configuration file cannot be read. Check its name and the right to read it.</source>
        <translation>无法读取配置文件。请检查文件名和读取权限。</translation>
    </message>
    <message>
        <source>A rule of the study for this item cannot be run here. Check it by hand.</source>
        <translation>研究对此项的一条规则无法在此运行。请人工核查。</translation>
    </message>
    <message>
        <source>The value does not pass a check of the study.</source>
        <translation>该值未通过研究的一项核查。</translation>
    </message>
    <message>
        <source>Unusual: the value does not pass a check of the study.</source>
        <translation>异常：该值未通过研究的一项核查。</translation>
    </message>
    <message>
        <source>The text has not the form the study asks for.</source>
        <translation>文本不符合研究要求的格式。</translation>
    </message>
    <message>
        <source>The text has not the form the study asks for: %1.</source>
        <translation>文本不符合研究要求的格式：%1。</translation>
    </message>
    <message>
        <source>The file holds a FHIR %1 and no Questionnaire. Choose the Questionnaire.</source>
        <translation>该文件是 FHIR %1，不含 Questionnaire。请选择 Questionnaire 文件。</translation>
    </message>
    <message>
        <source>The file is JSON and holds no FHIR Questionnaire. Choose a study definition.</source>
        <translation>该文件是 JSON，但不含 FHIR Questionnaire。请选择一个研究定义。</translation>
    </message>
    <message>
        <source>The form must not be used: the extension %1 at %2 changes its meaning and is not known here.</source>
        <translation>不得使用该表单：%2 处的扩展 %1 会改变其含义，而此处不认识该扩展。</translation>
    </message>
    <message>
        <source>The Questionnaire asks nothing.</source>
        <translation>该 Questionnaire 没有任何问题。</translation>
    </message>
    <message>
        <source>The file holds no study definition.</source>
        <translation>该文件不含研究定义。</translation>
    </message>
    <message>
        <source>The data dictionary has no column &quot;%1&quot;.</source>
        <translation>数据字典缺少列“%1”。</translation>
    </message>
    <message>
        <source>The data dictionary is empty.</source>
        <translation>数据字典是空的。</translation>
    </message>
    <message>
        <source>The data dictionary has no field beside the record&apos;s identifier.</source>
        <translation>数据字典除记录标识外没有其他字段。</translation>
    </message>
    <message>
        <source>The file is no XForm: it has no model with an instance, or no body.</source>
        <translation>该文件不是 XForm：缺少带 instance 的 model，或缺少 body。</translation>
    </message>
    <message>
        <source>The form asks nothing.</source>
        <translation>该表单没有任何问题。</translation>
    </message>
    <message>
        <source>A quote or bracket of the expression is not closed.</source>
        <translation>表达式的引号或括号没有闭合。</translation>
    </message>
    <message>
        <source>The expression uses what cannot be run here: %1</source>
        <translation>表达式使用了此处无法运行的内容：%1</translation>
    </message>
    <message>
        <source>This is a workbook or another packed file. Of an XLSForm workbook (.xlsx) make an XForm (.xml) first, as the form&apos;s server or ODK&apos;s own tools do.</source>
        <translation>这是工作簿或其他打包文件。XLSForm 工作簿 (.xlsx) 请先用表单服务器或 ODK 自带工具转换为 XForm (.xml)。</translation>
    </message>
    <message>
        <source>ODM version %1 is not read here. Save the study as ODM 1.3.2 or 2.0.</source>
        <translation>此处不读取 ODM %1 版。请将研究另存为 ODM 1.3.2 或 2.0。</translation>
    </message>
    <message>
        <source>The file brings a document type declaration of its own, which is not accepted. Remove the part that begins with &lt;!DOCTYPE.</source>
        <translation>文件带有自己的文档类型声明，不予接受。请删除以 &lt;!DOCTYPE 开头的部分。</translation>
    </message>
    <message>
        <source>A query must name its patient.</source>
        <translation>质疑必须注明受试者。</translation>
    </message>
    <message>
        <source>This kind of query is not known.</source>
        <translation>未知的质疑类型。</translation>
    </message>
    <message>
        <source>This query status is not known.</source>
        <translation>未知的质疑状态。</translation>
    </message>
    <message>
        <source>A visit must name its patient.</source>
        <translation>访视必须注明受试者。</translation>
    </message>
    <message>
        <source>A visit must name its study event.</source>
        <translation>访视必须注明研究事件。</translation>
    </message>
    <message>
        <source>This visit status is not known.</source>
        <translation>未知的访视状态。</translation>
    </message>
    <message>
        <source>At least one line is needed.</source>
        <translation>至少需要一行。</translation>
    </message>
    <message>
        <source>There are more lines than the %1 allowed.</source>
        <translation>行数超过允许的 %1 行。</translation>
    </message>
    <message>
        <source>A record of this kind cannot be changed in this way.</source>
        <translation>此类记录不能以这种方式更改。</translation>
    </message>
    <message>
        <source>The server does not know the record&apos;s patient.</source>
        <translation>服务器中没有该记录所属的受试者。</translation>
    </message>
    <message>
        <source>The workbook is damaged (%1). Open it in a spreadsheet program, save it as .xlsx again and choose that file.</source>
        <translation>工作簿已损坏（%1）。请在电子表格程序中打开，重新保存为 .xlsx 后再选择该文件。</translation>
    </message>
    <message>
        <source>The workbook unpacks to more than %1 MiB. Take out what is not needed, or save the sheet as CSV.</source>
        <translation>工作簿解压后超过 %1 MiB。请删去不需要的内容，或将工作表保存为 CSV。</translation>
    </message>
    <message>
        <source>The workbook is protected with a password. Open it in a spreadsheet program, save it without one and choose that file.</source>
        <translation>工作簿受密码保护。请在电子表格程序中打开，取消密码保存后再选择该文件。</translation>
    </message>
    <message>
        <source>This is a workbook of the old kind (.xls). Save it as .xlsx in a spreadsheet program and choose that file; an XLSForm can also be made an XForm (.xml).</source>
        <translation>这是旧式工作簿 (.xls)。请在电子表格程序中保存为 .xlsx 后再选择该文件；XLSForm 也可转换为 XForm (.xml)。</translation>
    </message>
    <message>
        <source>The file is no workbook.</source>
        <translation>该文件不是工作簿。</translation>
    </message>
    <message>
        <source>The packed file holds no workbook of the kind .xlsx. Save the sheets as .xlsx in a spreadsheet program and choose that file.</source>
        <translation>打包文件中没有 .xlsx 工作簿。请在电子表格程序中将工作表保存为 .xlsx 后再选择该文件。</translation>
    </message>
    <message>
        <source>The workbook has more cells than any table needs. Take out what is not needed, or save the sheet as CSV.</source>
        <translation>工作簿的单元格过多。请删去不需要的内容，或将工作表保存为 CSV。</translation>
    </message>
    <message>
        <source>This is not a study definition in a form known here. CDISC ODM-XML 1.x and 2.0, a REDCap data dictionary (CSV or .xlsx), a FHIR Questionnaire (JSON), an XForm (XML) and an XLSForm (.xlsx) are.</source>
        <translation>这不是此处可识别的研究定义。可识别 CDISC ODM-XML 1.x 和 2.0、REDCap 数据字典（CSV 或 .xlsx）、FHIR Questionnaire (JSON)、XForm (XML) 和 XLSForm (.xlsx)。</translation>
    </message>
    <message>
        <source>The workbook is no study definition known here: an XLSForm has a sheet &quot;survey&quot; with a column &quot;type&quot;, a REDCap data dictionary begins with the column &quot;Variable / Field Name&quot; on its first sheet.</source>
        <translation>此工作簿不是可识别的研究定义：XLSForm 有名为“survey”的工作表，其中有“type”列；REDCap 数据字典的第一个工作表以“Variable / Field Name”列开头。</translation>
    </message>
    <message>
        <source>The group %1 does not end. Add its row &quot;end group&quot; or &quot;end repeat&quot;.</source>
        <translation>组 %1 没有结束。请添加其“end group”或“end repeat”行。</translation>
    </message>
    <message>
        <source>A group ends here that did not begin. Take the row out.</source>
        <translation>此处结束的组并未开始。请删去该行。</translation>
    </message>
    <message>
        <source>There is a question or group of the name %1 already. Give this one another name.</source>
        <translation>已有名为 %1 的问题或组。请另取名称。</translation>
    </message>
    <message>
        <source>The groups are nested too deeply.</source>
        <translation>组的嵌套层数过多。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a question: a letter, then letters, digits, dots and low lines.</source>
        <translation>“%1”不能作为问题名称：应以字母开头，后接字母、数字、点或下划线。</translation>
    </message>
    <message>
        <source>The workbook has no sheet &quot;survey&quot;.</source>
        <translation>工作簿中没有“survey”工作表。</translation>
    </message>
    <message>
        <source>A change of this kind cannot say this.</source>
        <translation>这类更改不能包含这些内容。</translation>
    </message>
    <message>
        <source>This report is locked and cannot be changed. A data manager can unlock it.</source>
        <translation>此报告已锁定，不能更改。数据管理员可以解锁。</translation>
    </message>
    <message>
        <source>This query does not exist here.</source>
        <translation>此处没有该质疑。</translation>
    </message>
    <message>
        <source>Write what it is about.</source>
        <translation>请写明内容。</translation>
    </message>
    <message>
        <source>The report belongs to another patient.</source>
        <translation>该报告属于另一名受试者。</translation>
    </message>
    <message>
        <source>Somebody else has dealt with this query meanwhile. Look at it again.</source>
        <translation>其他人已处理过此质疑，请重新查看。</translation>
    </message>
    <message>
        <source>The value was changed and the check passes now.</source>
        <translation>数值已更改，核查现已通过。</translation>
    </message>
    <message>
        <source>The check digit does not fit: a digit of the identifier is wrong, or two are exchanged. Compare it with its source.</source>
        <translation>校验位不符：标识符中有一位数字错误，或两位数字颠倒。请与原始资料核对。</translation>
    </message>
    <message>
        <source>The study&apos;s check digit is not known. Name luhn, verhoeff or damm.</source>
        <translation>研究的校验位算法未知。请指定 luhn、verhoeff 或 damm。</translation>
    </message>
    <message>
        <source>Patient %1 looks much the same: %2, born %3. Is it the same person?</source>
        <translation>受试者 %1 非常相似：%2，出生于 %3。是同一个人吗？</translation>
    </message>
    <message>
        <source>The study has this visit once only. Choose another visit.</source>
        <translation>研究中此访视只有一次。请选择其他访视。</translation>
    </message>
    <message>
        <source>Enter the day of the visit.</source>
        <translation>请输入访视日期。</translation>
    </message>
    <message>
        <source>The day of a visit is a whole date, such as 2026-03-14.</source>
        <translation>访视日期须为完整日期，例如 2026-03-14。</translation>
    </message>
    <message>
        <source>A visit that took place cannot lie in the future. Plan it instead.</source>
        <translation>已进行的访视日期不能在将来。请改为计划该访视。</translation>
    </message>
    <message>
        <source>This study asks for consent first. Enter the patient&apos;s date of consent, then fill the form.</source>
        <translation>本研究要求先取得知情同意。请先输入受试者的知情同意日期，再填写表单。</translation>
    </message>
    <message>
        <source>This form is dated %1, before the consent of %2. Correct the date that is wrong.</source>
        <translation>此表单的日期 %1 早于知情同意日期 %2。请更正有误的日期。</translation>
    </message>
    <message>
        <source>Nothing is recorded of this visit any more.</source>
        <translation>此访视已无任何记录。</translation>
    </message>
    <message>
        <source>The study has no item for this column; it is left out.</source>
        <translation>研究中没有与此列对应的项目；该列不导入。</translation>
    </message>
    <message>
        <source>This report is here already with the same answers; nothing is stored for it.</source>
        <translation>此报告已存在且答案相同；不再保存。</translation>
    </message>
    <message>
        <source>This report is here already with other answers: &quot;%1&quot; here, &quot;%2&quot; in the file. Correct it in its form, with a reason.</source>
        <translation>此报告已存在但答案不同：此处为“%1”，文件中为“%2”。请在其表单中更正并注明原因。</translation>
    </message>
    <message>
        <source>Dataset-JSON, CSV, a REDCap data export, or an export of Sitebook.</source>
        <translation>Dataset-JSON、CSV、REDCap 数据导出文件或 Sitebook 的导出文件。</translation>
    </message>
    <message>
        <source>Folder for the rejected rows of CSV files, with what is wrong.</source>
        <translation>存放 CSV 文件中被拒绝的行（附错误说明）的文件夹。</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>被拒绝的行保存在 %1。</translation>
    </message>
</context>
<context>
    <name>sitebook::AuditChecker</name>
    <message>
        <source>Close the result</source>
        <translation>关闭结果</translation>
    </message>
    <message>
        <source>Problems found by the check</source>
        <translation>核查发现的问题</translation>
    </message>
    <message>
        <source>Checking chains, seals and database</source>
        <translation>正在核查链、密封和数据库</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n 个操作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything holds together: %1 and %2 checked, no problem found.</source>
        <translation>全部一致：已核查 %1 和 %2，未发现问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found. Keep this desk as it is and tell your data manager.</source>
        <translation>
            <numerusform>发现 %n 个问题。请保持此工作站原样，并告知数据管理员。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::AuditDetails</name>
    <message>
        <source>Select an entry to see everything it changed.</source>
        <translation>选择一个条目，查看其全部更改。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>&amp;Open record</source>
        <translation>打开记录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Its whole history</source>
        <translation>完整历史(&amp;I)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>user, role</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Chain number</source>
        <translation>链中序号</translation>
    </message>
</context>
<context>
    <name>sitebook::AuditFilterBar</name>
    <message>
        <source>Patient, user or reason</source>
        <translation>受试者、用户或原因</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>From (2026-03-31)</source>
        <translation>起始日（2026-03-31）</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Until (2026-04)</source>
        <translation>截止日（2026-04）</translation>
    </message>
    <message>
        <source>Until day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>A day reads 2026-03-31; 2026-03 or 2026 are possible too.</source>
        <translation>日期写作 2026-03-31；也可以写 2026-03 或 2026。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>所有记录</translation>
    </message>
    <message>
        <source>Only %1  ✕</source>
        <translation>仅 %1  ✕</translation>
    </message>
    <message>
        <source>Only %1. Press to show all records.</source>
        <translation>仅 %1。按下可显示所有记录。</translation>
    </message>
</context>
<context>
    <name>sitebook::AuditModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n 个字段</numerusform>
        </translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Old → new</source>
        <translation>旧值 → 新值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>sitebook::AuditPage</name>
    <message>
        <source>Not for your role</source>
        <translation>您的角色不可用</translation>
    </message>
    <message>
        <source>Your role may not look at the audit trail. Ask your investigator or data manager.</source>
        <translation>您的角色不能查看稽查轨迹。请联系研究者或数据管理员。</translation>
    </message>
    <message>
        <source>Every change on this desk and those received from others, newest first. Nothing here can be altered.</source>
        <translation>本工作站以及从他处接收的每项更改，最新的在最前。此处内容均不可更改。</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>核查(&amp;C)</translation>
    </message>
    <message>
        <source>Verifies the chains, the seals and the database</source>
        <translation>验证链、密封和数据库</translation>
    </message>
    <message>
        <source>&amp;Export trail…</source>
        <translation>导出稽查轨迹(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes the whole trail to a file that sitebook-verify can check</source>
        <translation>将完整的稽查轨迹写入文件，可由 sitebook-verify 核查</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>稽查轨迹</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>打开记录</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>没有符合条件的条目</translation>
    </message>
    <message>
        <source>Take a filter away to see more of the trail.</source>
        <translation>取消某个筛选条件，即可看到更多内容。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No entries yet</source>
        <translation>尚无条目</translation>
    </message>
    <message>
        <source>Every change of a patient or report, every sign-in and every export will be listed here.</source>
        <translation>受试者或报告的每次更改、每次登录和每次导出都会列在这里。</translation>
    </message>
    <message>
        <source>Folder for the audit trail</source>
        <translation>存放稽查轨迹的文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) written to %1. Check the file with sitebook-verify.</source>
        <translation>
            <numerusform>已将 %n 个条目写入 %1。请用 sitebook-verify 核查该文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>one record</source>
        <translation>一条记录</translation>
    </message>
</context>
<context>
    <name>sitebook::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>sitebook::CasebookGrid</name>
    <message>
        <source>Casebook: visits and forms</source>
        <translation>病例册：访视与表单</translation>
    </message>
</context>
<context>
    <name>sitebook::CasebookModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>due</source>
        <translation>应访视</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>did not occur</source>
        <translation>未发生</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 From %2 to %3.</source>
        <translation>%1 从 %2 至 %3。</translation>
    </message>
    <message>
        <source>%1 Planned for %2, from %3 to %4.</source>
        <translation>%1 计划日期 %2，窗口 %3 至 %4。</translation>
    </message>
    <message>
        <source>%1 Recorded for %2.</source>
        <translation>%1记录日期：%2。</translation>
    </message>
</context>
<context>
    <name>sitebook::CasebookPage</name>
    <message>
        <source>Search ID, name, alias</source>
        <translation>搜索编号、姓名、别名</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Casebook: patients and visits</source>
        <translation>病例册：受试者与访视</translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>尚无受试者</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Visits stand here as soon as a patient is registered.</source>
        <translation>登记受试者后，访视即显示在此。</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>No patient matches the search and the filters.</source>
        <translation>没有受试者符合搜索与筛选条件。</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n 名受试者</numerusform>
        </translation>
    </message>
    <message>
        <source>No visit of these patients is due or overdue.</source>
        <translation>这些受试者没有到期或逾期的访视。</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>打开受试者</translation>
    </message>
    <message>
        <source>Record visit…</source>
        <translation>记录访视…</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>病例册</translation>
    </message>
</context>
<context>
    <name>sitebook::CasebookTableModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1，%2：%3。</translation>
    </message>
    <message>
        <source>Window %1 to %2.</source>
        <translation>窗口期 %1 至 %2。</translation>
    </message>
    <message>
        <source>Recorded for %1.</source>
        <translation>记录日期：%1。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>sitebook::ChoiceButton</name>
    <message>
        <source>Key %1</source>
        <translation>按键 %1</translation>
    </message>
</context>
<context>
    <name>sitebook::Choices</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>sitebook::ComboItemEditor</name>
    <message>
        <source>Type to find an answer</source>
        <translation>输入以查找答案</translation>
    </message>
</context>
<context>
    <name>sitebook::ComputedItemDisplay</name>
    <message>
        <source>Not scored yet</source>
        <translation>尚未评分</translation>
    </message>
</context>
<context>
    <name>sitebook::DateTimeItemEditor</name>
    <message>
        <source>yyyy-mm-dd hh:mm</source>
        <translation>yyyy-mm-dd hh:mm</translation>
    </message>
</context>
<context>
    <name>sitebook::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Export &amp;again…</source>
        <translation>再次导出(&amp;A)…</translation>
    </message>
    <message>
        <source>Continue in &amp;background</source>
        <translation>在后台继续(&amp;B)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>是否替换文件？</translation>
    </message>
    <message>
        <source>%1 exists already. It will be replaced when the export is complete.</source>
        <translation>%1 已存在。导出完成后将被替换。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>导出已停止。没有写入文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported to %1.</source>
        <translation>
            <numerusform>已将 %n 行导出到 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ExportForm</name>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>E&amp;verything</source>
        <translation>全部(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Patients only</source>
        <translation>仅受试者(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reports only</source>
        <translation>仅报告(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n selected patient(s)</source>
        <translation>
            <numerusform>仅所选的 %n 位受试者</numerusform>
        </translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>文件名(&amp;N)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Write answers as &amp;words instead of codes</source>
        <translation>答案写成文字而非代码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;De-identify: no names, no free text, years instead of dates</source>
        <translation>去标识化(&amp;D)：不含姓名和自由文本，日期只保留年份</translation>
    </message>
    <message>
        <source>Disarm &amp;formulas, so that a spreadsheet does not run them</source>
        <translation>使公式失效，防止电子表格软件执行(&amp;F)</translation>
    </message>
    <message>
        <source>Begin with a byte order &amp;mark, so that Excel recognises accents and Chinese</source>
        <translation>以字节顺序标记开头，便于 Excel 识别重音字母和中文(&amp;M)</translation>
    </message>
    <message>
        <source>Your role may export de-identified data only.</source>
        <translation>您的角色只能导出去标识化数据。</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>导出文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Your role may not export data.</source>
        <translation>您的角色不能导出数据。</translation>
    </message>
    <message>
        <source>There is no export format.</source>
        <translation>没有可用的导出格式。</translation>
    </message>
    <message>
        <source>Choose a folder and a file name.</source>
        <translation>请选择文件夹和文件名。</translation>
    </message>
    <message>
        <source>A file name cannot hold a slash.</source>
        <translation>文件名不能包含斜杠。</translation>
    </message>
    <message>
        <source>This folder does not exist. Choose another one.</source>
        <translation>此文件夹不存在。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is nothing to export with these choices.</source>
        <translation>按这些选择没有可导出的内容。</translation>
    </message>
</context>
<context>
    <name>sitebook::ExportResult</name>
    <message>
        <source>&amp;Show in folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy SHA-256</source>
        <translation>复制 SHA-256(&amp;C)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) exported</source>
        <translation>
            <numerusform>已导出 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>%1 patients, %2 reports</source>
        <translation>%1 位受试者，%2 份报告</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1（%2 字节）</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
</context>
<context>
    <name>sitebook::FidelityModel</name>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Approximated</source>
        <translation>近似采用</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中的内容</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>sitebook::FidelityView</name>
    <message>
        <source>The study file</source>
        <translation>研究文件</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Approximated</source>
        <translation>近似采用</translation>
    </message>
    <message>
        <source>Everything was taken as it stands</source>
        <translation>全部按原样采用</translation>
    </message>
    <message>
        <source>Nothing of this kind in the study file.</source>
        <translation>研究文件中没有此类内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n element(s) taken as they stand</source>
        <translation>
            <numerusform>%n 个元素按原样采用</numerusform>
        </translation>
    </message>
    <message>
        <source>The file itself stays in the workspace unchanged.</source>
        <translation>文件本身原样保存在工作区中。</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation>%1：%2、%3、%4</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n 个表单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个条目</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>REDCap data dictionary</source>
        <translation>REDCap 数据字典</translation>
    </message>
</context>
<context>
    <name>sitebook::FieldRow</name>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
</context>
<context>
    <name>sitebook::FindingsModel</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
</context>
<context>
    <name>sitebook::FindingsPanel</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problems</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>F8 next, Shift+F8 previous</source>
        <translation>F8 下一个，Shift+F8 上一个</translation>
    </message>
    <message>
        <source>1 question still to answer</source>
        <translation>还有 1 题待答</translation>
    </message>
    <message numerus="yes">
        <source>%n questions still to answer</source>
        <translation>
            <numerusform>还有 %n 题待答</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything required is answered.</source>
        <translation>所有必填题目均已作答。</translation>
    </message>
</context>
<context>
    <name>sitebook::FormFoot</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Save as incomplete</source>
        <translation>保存为未完成</translation>
    </message>
    <message>
        <source>Save and next form</source>
        <translation>保存并转到下一表单</translation>
    </message>
    <message>
        <source>Save and complete</source>
        <translation>保存并完成</translation>
    </message>
    <message>
        <source>Close the form; what is typed stays as a draft (Esc)</source>
        <translation>关闭表单；已输入的内容保留为草稿（Esc）</translation>
    </message>
    <message>
        <source>Throw away what was typed since the last save</source>
        <translation>丢弃上次保存后输入的内容</translation>
    </message>
    <message>
        <source>More answers are expected (Ctrl+S)</source>
        <translation>还有答案待填（Ctrl+S）</translation>
    </message>
    <message>
        <source>Everything asked is answered (Ctrl+Enter)</source>
        <translation>所有题目均已作答（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Save, next: %1</source>
        <translation>保存，下一步：%1</translation>
    </message>
    <message>
        <source>Save, then open %1 of %2 (Ctrl+Page down)</source>
        <translation>保存，然后打开 %2 的 %1（Ctrl+Page down）</translation>
    </message>
    <message>
        <source>Save and…</source>
        <translation>保存并…</translation>
    </message>
    <message>
        <source>Complete where everything asked is answered, else incomplete</source>
        <translation>所问项目均已回答则为完成，否则为未完成</translation>
    </message>
    <message>
        <source>Save and next patient</source>
        <translation>保存并到下一位受试者</translation>
    </message>
    <message>
        <source>Save and stay</source>
        <translation>保存并停留</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
</context>
<context>
    <name>sitebook::FormQueries</name>
    <message>
        <source>The whole report</source>
        <translation>整份报告</translation>
    </message>
    <message>
        <source>Report date</source>
        <translation>报告日期</translation>
    </message>
</context>
<context>
    <name>sitebook::FormReview</name>
    <message>
        <source>Query or note…</source>
        <translation>质疑或备注…</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>全部核对</translation>
    </message>
    <message>
        <source>About the whole report; F12 on a field is about that field</source>
        <translation>针对整份报告；在字段上按 F12 则针对该字段</translation>
    </message>
    <message>
        <source>Marks every answer that needs it as found in the source</source>
        <translation>将所有需要核对的答案标记为与源文件一致</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>锁定…</translation>
    </message>
    <message>
        <source>Lock report</source>
        <translation>锁定报告</translation>
    </message>
    <message>
        <source>Unlock report</source>
        <translation>解锁报告</translation>
    </message>
    <message>
        <source>It can then only be read until it is unlocked. Why now?</source>
        <translation>锁定后只能查看，直到解锁。为什么现在锁定？</translation>
    </message>
    <message>
        <source>It can then be changed again. Why?</source>
        <translation>解锁后可以再次更改。为什么？</translation>
    </message>
</context>
<context>
    <name>sitebook::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Chec&amp;k files</source>
        <translation>检查文件(&amp;K)</translation>
    </message>
    <message>
        <source>Open the &amp;queue</source>
        <translation>打开队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Continue in back&amp;ground</source>
        <translation>在后台继续(&amp;G)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Your role may not import data.</source>
        <translation>您的角色不能导入数据。</translation>
    </message>
    <message>
        <source>Choose the files first. They are checked before anything is stored.</source>
        <translation>请先选择文件。在保存任何内容之前会先进行检查。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n record(s)</source>
        <translation>
            <numerusform>导入 %n 条记录(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>The check was stopped. Nothing was stored.</source>
        <translation>检查已停止。没有保存任何内容。</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was stored.</source>
        <translation>导入已停止。没有保存任何内容。</translation>
    </message>
    <message>
        <source>%1 Nothing was stored.</source>
        <translation>%1没有保存任何内容。</translation>
    </message>
    <message>
        <source>Save &amp;rejected rows…</source>
        <translation>保存被拒绝的行(&amp;R)…</translation>
    </message>
    <message>
        <source>As CSV with the columns of the file and what is wrong, to correct and import again</source>
        <translation>保存为 CSV，保留原文件的列并附上错误说明，更正后可再次导入</translation>
    </message>
    <message>
        <source>Folder for the rejected rows</source>
        <translation>被拒绝的行的文件夹</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>被拒绝的行保存在 %1。</translation>
    </message>
</context>
<context>
    <name>sitebook::ImportForm</name>
    <message>
        <source>&amp;Files</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>&amp;Assign identifiers where the study does not accept the file&apos;s own</source>
        <translation>研究不接受文件中的编号时，分配新编号(&amp;A)</translation>
    </message>
    <message>
        <source>The patient gets the next free identifier, such as %1; the file&apos;s is kept as an alias.</source>
        <translation>受试者获得下一个可用编号，例如 %1；文件中的编号保留为别名。</translation>
    </message>
    <message>
        <source>&amp;Visit, for files that name none</source>
        <translation>文件未指明访视时使用的访视(&amp;V)</translation>
    </message>
    <message>
        <source>None: such reports are findings</source>
        <translation>无：此类报告列为发现</translation>
    </message>
    <message>
        <source>Study data (*.json *.ndjson *.csv *.xml)</source>
        <translation>研究数据 (*.json *.ndjson *.csv *.xml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose CDISC Dataset-JSON, CSV of patients, a REDCap data export, or an export of this program; or drop the files here.</source>
        <translation>请选择 CDISC Dataset-JSON、受试者 CSV、REDCap 数据导出文件或本程序的导出文件，也可以将文件拖放到此处。</translation>
    </message>
</context>
<context>
    <name>sitebook::ImportReport</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>没有发现</translation>
    </message>
    <message>
        <source>Every row of the files could be read and fits the study.</source>
        <translation>文件中的每一行均可读取且符合研究方案。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 项发现</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in these files can be imported.</source>
        <translation>这些文件中没有可导入的内容。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is stored yet. %1 patients and %2 reports can be imported, %n record(s) cannot.</source>
        <translation>
            <numerusform>尚未保存任何内容。可导入 %1 位受试者和 %2 份报告，%n 条记录不能导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 patients are stored, %2 reports went to the queue, %n record(s) were left out.</source>
        <translation>
            <numerusform>已保存 %1 位受试者，%2 份报告已进入队列，%n 条记录未导入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ItemEditor</name>
    <message>
        <source>Take the reason away and answer the question</source>
        <translation>取消原因并回答此题</translation>
    </message>
    <message>
        <source>Clear the answer</source>
        <translation>清除答案</translation>
    </message>
    <message>
        <source>History of the answer (F2)</source>
        <translation>答案的历史 (F2)</translation>
    </message>
</context>
<context>
    <name>sitebook::LineTable</name>
    <message>
        <source>Add line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Remove line</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>sitebook::LinesModel</name>
    <message>
        <source>Not asked now. Why? Shift+F1</source>
        <translation>现在不询问。为什么？Shift+F1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
</context>
<context>
    <name>sitebook::LongTextItemEditor</name>
    <message>
        <source>Shift+Enter begins a new line</source>
        <translation>Shift+Enter 换行</translation>
    </message>
</context>
<context>
    <name>sitebook::MainWindowController</name>
    <message>
        <source>New report: which patient?</source>
        <translation>新报告：哪位受试者？</translation>
    </message>
    <message>
        <source>Choose the form</source>
        <translation>选择表单</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>sitebook::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>who did what, when</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 · not sent yet</source>
        <translation>%1 · 尚未发送</translation>
    </message>
</context>
<context>
    <name>sitebook::NewReportDialog</name>
    <message>
        <source>Start report</source>
        <translation>开始报告</translation>
    </message>
    <message>
        <source>New report for %1</source>
        <translation>%1 的新报告</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>Choose the visit and the form. One that exists already opens.</source>
        <translation>请选择访视和表单。已存在的会直接打开。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Visit and form</source>
        <translation>访视和表单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Visits and forms</source>
        <translation>访视与表单</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
</context>
<context>
    <name>sitebook::NoteBox</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Text of the query or note</source>
        <translation>质疑或备注的内容</translation>
    </message>
    <message>
        <source>What it is about; Ctrl+Enter stores it</source>
        <translation>写明内容；按 Ctrl+Enter 保存</translation>
    </message>
</context>
<context>
    <name>sitebook::PageHeader</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Search  %1</source>
        <translation>搜索  %1</translation>
    </message>
</context>
<context>
    <name>sitebook::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>sitebook::PasswordPair</name>
    <message>
        <source>At least %1 characters; a sentence of four words is good.</source>
        <translation>至少 %1 个字符；由四个词组成的一句话就很好。</translation>
    </message>
    <message>
        <source>Weak: easy to guess. Make it longer.</source>
        <translation>弱：容易被猜到。请加长。</translation>
    </message>
    <message>
        <source>Fair. A few more words make it strong.</source>
        <translation>中等。再加几个词就足够强。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>强。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>密码至少需要 %1 个字符。</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one again.</source>
        <translation>两次输入的密码不同。请再输入一次相同的密码。</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientCard</name>
    <message>
        <source>Open (F3)</source>
        <translation>打开 (F3)</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>Export selection</source>
        <translation>导出所选</translation>
    </message>
    <message>
        <source>Open the patient&apos;s page (F3)</source>
        <translation>打开受试者页面 (F3)</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1 of %2 complete</source>
        <translation>%2 份中 %1 份完成</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>Choose a patient to see who it is and what is open.</source>
        <translation>选择一位受试者，查看其身份和待办内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n patients are selected.</source>
        <translation>
            <numerusform>已选择 %n 位受试者。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::PatientChooser</name>
    <message>
        <source>Identifier or name</source>
        <translation>编号或姓名</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientFormPage</name>
    <message>
        <source>Identifier</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>As the study numbers its patients, for example %1</source>
        <translation>按研究的受试者编号规则，例如 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Family name, first name. Sealed; never sent in clear.</source>
        <translation>姓在前，名在后。经密封保存，绝不以明文发送。</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>知情同意签署日期</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Register patient</source>
        <translation>登记受试者</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>保存更改</translation>
    </message>
    <message>
        <source>Close the form; what is typed stays as a draft (Esc)</source>
        <translation>关闭表单；已输入的内容保留为草稿（Esc）</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>Throw away what was typed?</source>
        <translation>丢弃已输入的内容？</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>继续输入</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Edit patient</source>
        <translation>编辑受试者</translation>
    </message>
    <message>
        <source>%1 is the next free one.</source>
        <translation>%1 是下一个可用编号。</translation>
    </message>
    <message>
        <source>Your half-filled form is open again where you left it.</source>
        <translation>您填了一半的表单已在离开处重新打开。</translation>
    </message>
    <message>
        <source>Reason for change</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Why do the patient&apos;s data change?</source>
        <translation>为何修改受试者的数据？</translation>
    </message>
    <message>
        <source>%1 is registered.</source>
        <translation>已登记 %1。</translation>
    </message>
    <message>
        <source>The changes of %1 are saved.</source>
        <translation>%1 的更改已保存。</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft.</source>
        <translation>您输入的内容已保留为草稿。</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientHeader</name>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientPage</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export this patient…</source>
        <translation>导出此受试者…</translation>
    </message>
    <message>
        <source>Void patient…</source>
        <translation>作废受试者…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Casebook</source>
        <translation>病例册</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Reports of the patient</source>
        <translation>受试者的报告</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>尚无报告</translation>
    </message>
    <message>
        <source>Choose a visit and a form to begin the first one.</source>
        <translation>选择访视和表单，开始第一份报告。</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新报告</translation>
    </message>
    <message>
        <source>Patient %1</source>
        <translation>受试者 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 is half filled and kept as a draft.</source>
        <translation>%1 填了一半，保留为草稿。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Void patient</source>
        <translation>作废受试者</translation>
    </message>
    <message>
        <source>%1 disappears from the lists; the record and its history are kept. Why?</source>
        <translation>%1 将从列表中消失；记录及其历史予以保留。原因是什么？</translation>
    </message>
    <message>
        <source>%1 is void.</source>
        <translation>%1 已作废。</translation>
    </message>
    <message>
        <source>Record visit…</source>
        <translation>记录访视…</translation>
    </message>
    <message>
        <source>Consent first: the date of consent is not recorded yet.</source>
        <translation>先取得知情同意：尚未记录知情同意日期。</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>去输入</translation>
    </message>
    <message>
        <source>Query or note…</source>
        <translation>质疑或备注…</translation>
    </message>
    <message>
        <source>About the patient (F12)</source>
        <translation>关于该受试者 (F12)</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientReportsModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientTableModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 reports are complete</source>
        <translation>%2 份报告中 %1 份完成</translation>
    </message>
</context>
<context>
    <name>sitebook::PatientsPage</name>
    <message>
        <source>Search ID, name, alias</source>
        <translation>搜索编号、姓名、别名</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Any delivery</source>
        <translation>任何送达状态</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Register patient</source>
        <translation>登记受试者</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>所有中心</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>中心 %1</translation>
    </message>
    <message>
        <source>No patient matches</source>
        <translation>没有符合条件的受试者</translation>
    </message>
    <message>
        <source>Nobody fits the search and the filters.</source>
        <translation>没有人符合搜索和筛选条件。</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>尚无受试者</translation>
    </message>
    <message>
        <source>Patients of your site appear here, with their reports and how far they are. Register the first one, or import a file from the File menu.</source>
        <translation>本中心的受试者及其报告和进度会显示在这里。请登记第一位受试者，或通过“文件”菜单导入文件。</translation>
    </message>
    <message>
        <source>Export %1 selected</source>
        <translation>导出所选 %1 位</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>New report…</source>
        <translation>新报告…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Export %1 selected…</source>
        <translation>导出所选 %1 位…</translation>
    </message>
    <message>
        <source>Export this patient…</source>
        <translation>导出此受试者…</translation>
    </message>
</context>
<context>
    <name>sitebook::PlotBars</name>
    <message>
        <source>Enrolment: no patients yet</source>
        <translation>入组：尚无受试者</translation>
    </message>
    <message numerus="yes">
        <source>Enrolment: %n patient(s) registered</source>
        <translation>
            <numerusform>入组：已登记 %n 位受试者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n patient(s)</source>
        <translation>
            <numerusform>%1：%n 位受试者</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::ProblemsModel</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的问题</translation>
    </message>
</context>
<context>
    <name>sitebook::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>剩余不到一分钟</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>剩余约 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::QueriesPage</name>
    <message>
        <source>Queries</source>
        <translation>质疑</translation>
    </message>
    <message>
        <source>Verification and locks</source>
        <translation>核对与锁定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>不限时间</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) and older</source>
        <translation>
            <numerusform>%n 天及以上</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient or message</source>
        <translation>受试者或消息</translation>
    </message>
    <message>
        <source>No query here</source>
        <translation>这里没有质疑</translation>
    </message>
    <message>
        <source>What monitors and data managers ask, what checks found, and notes stand here with their answers. In a form, F12 writes one about the field.</source>
        <translation>监查员和数据管理员的提问、核查发现的问题以及备注连同回答都显示在这里。在表单中按 F12 可针对字段写一条。</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 条待回答</numerusform>
        </translation>
    </message>
    <message>
        <source>No open query is left here.</source>
        <translation>这里没有待回答的质疑了。</translation>
    </message>
</context>
<context>
    <name>sitebook::QueryModel</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>visit, form</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Visit and form</source>
        <translation>访视和表单</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>最新消息</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>指派给</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>传送</translation>
    </message>
</context>
<context>
    <name>sitebook::QueryPopover</name>
    <message>
        <source>Queries and notes</source>
        <translation>质疑和备注</translation>
    </message>
    <message>
        <source>Queries and notes of this field</source>
        <translation>此字段的质疑和备注</translation>
    </message>
    <message>
        <source>Write another</source>
        <translation>再写一条</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>sitebook::QuestionColumn</name>
    <message>
        <source>Report date</source>
        <translation>报告日期</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) not asked now. Why?</source>
        <translation>
            <numerusform>有 %n 个问题目前不询问。为什么？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::QuestionRow</name>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>An answer is required</source>
        <translation>此题必须回答</translation>
    </message>
    <message>
        <source>Why there is no answer (F9)</source>
        <translation>没有答案的原因 (F9)</translation>
    </message>
    <message>
        <source>Why there is no answer</source>
        <translation>没有答案的原因</translation>
    </message>
    <message>
        <source>Why is this asked, needed or computed? (Shift+F1)</source>
        <translation>为什么询问、必填或自动计算？(Shift+F1)</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>sitebook::QueueModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>form of patient</comment>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>所处原因</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>sitebook::QueuePage</name>
    <message>
        <source>Progress of the queue</source>
        <translation>队列进度</translation>
    </message>
    <message>
        <source>Accepted since the start</source>
        <translation>启动以来已接受</translation>
    </message>
    <message>
        <source>Reports per second</source>
        <translation>每秒报告数</translation>
    </message>
    <message>
        <source>What is in the queue</source>
        <translation>队列中的内容</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Retry &amp;all quarantined</source>
        <translation>重试全部已隔离(&amp;A)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>The queue is empty</source>
        <translation>队列为空</translation>
    </message>
    <message>
        <source>Imported files and bursts of reports pass through here: they are checked, scored and sealed in the background. What cannot be stored stays here with its reason.</source>
        <translation>导入的文件和成批的报告会经过这里：在后台核查、评分和密封。无法保存的内容连同原因留在这里。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>打开受试者</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>恢复(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Goes on processing what waits</source>
        <translation>继续处理等待的内容</translation>
    </message>
    <message>
        <source>Finishes what is being processed and keeps the rest</source>
        <translation>完成正在处理的内容，保留其余内容</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry all quarantined?</source>
        <translation>重试全部已隔离的内容？</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) will be checked again. Those that still cannot be stored come back here.</source>
        <translation>
            <numerusform>将重新核查 %n 份报告。仍无法保存的会回到这里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>不重试</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>No patient %1 is registered here.</source>
        <translation>此处没有登记受试者 %1。</translation>
    </message>
</context>
<context>
    <name>sitebook::Rail</name>
    <message>
        <source>Places</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Fold the list of places</source>
        <translation>收起导航栏</translation>
    </message>
    <message>
        <source>Unfold the list of places</source>
        <translation>展开导航栏</translation>
    </message>
</context>
<context>
    <name>sitebook::RecoverPage</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>设置新密码</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>The groups of letters and digits printed when the workspace was set up. Upper or lower case, with or without dashes.</source>
        <translation>设置工作区时打印的几组字母和数字。大小写均可，有无连字符均可。</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>返回登录</translation>
    </message>
    <message>
        <source>Sets a new password for %1 in %2. Without the recovery code nobody can open the workspace.</source>
        <translation>为 %2 中的 %1 设置新密码。没有恢复码，任何人都无法打开工作区。</translation>
    </message>
    <message>
        <source>Type the recovery code.</source>
        <translation>请输入恢复码。</translation>
    </message>
    <message>
        <source>Setting it…</source>
        <translation>正在设置…</translation>
    </message>
</context>
<context>
    <name>sitebook::RecoveryCodePage</name>
    <message>
        <source>I have kept it: go on</source>
        <translation>我已保存好：继续</translation>
    </message>
    <message>
        <source>Keep this recovery code</source>
        <translation>请保存此恢复码</translation>
    </message>
    <message>
        <source>If the password is forgotten, this code is the only other way into the workspace. It is shown only now. Print it and keep it where your site keeps its keys.</source>
        <translation>如果忘记密码，此恢复码是进入工作区的唯一其他途径。它只在现在显示。请打印并存放在本中心保管钥匙的地方。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>保存为文件…</translation>
    </message>
    <message>
        <source>Group %1: %2</source>
        <translation>第 %1 组：%2</translation>
    </message>
    <message>
        <source>Type groups %1, %2 and %3 from your copy</source>
        <translation>请按您的副本输入第 %1、%2 和 %3 组</translation>
    </message>
    <message>
        <source>Type the code from your copy</source>
        <translation>请按您的副本输入恢复码</translation>
    </message>
    <message>
        <source>Recovery code of a Sitebook workspace</source>
        <translation>Sitebook 工作区的恢复码</translation>
    </message>
    <message>
        <source>Study: %1</source>
        <translation>研究：%1</translation>
    </message>
    <message>
        <source>Site: %1</source>
        <translation>中心：%1</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>With this code a forgotten password can be replaced. Keep it locked away, apart from the computer.</source>
        <translation>凭此恢复码可以更换遗忘的密码。请将其锁好，并与计算机分开存放。</translation>
    </message>
    <message>
        <source>This is not what the code says. Compare it letter by letter.</source>
        <translation>与恢复码不符。请逐个字符核对。</translation>
    </message>
</context>
<context>
    <name>sitebook::ReportFormPage</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Who changed what, when and why</source>
        <translation>谁在何时更改了什么，以及原因</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>The patient&apos;s page; what is typed stays as a draft</source>
        <translation>受试者页面；已输入的内容保留为草稿</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>This report changed since your draft was begun. What you save is merged with it field by field.</source>
        <translation>自您开始此草稿以来，该报告已有更改。您保存的内容会与其逐字段合并。</translation>
    </message>
    <message>
        <source>Your half-filled form is open again where you left it.</source>
        <translation>您填了一半的表单已在离开处重新打开。</translation>
    </message>
    <message>
        <source>Data entry continued</source>
        <translation>继续录入数据</translation>
    </message>
    <message>
        <source>Reason for change</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>%1 was saved before. Why does it change?</source>
        <translation>%1 先前已保存。为何更改？</translation>
    </message>
    <message>
        <source>%1 of %2 is saved. It is sent with the next synchronisation.</source>
        <translation>%2 的 %1 已保存，将在下次同步时发送。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Throw away what was typed since the last save?</source>
        <translation>丢弃上次保存后输入的内容？</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>继续输入</translation>
    </message>
    <message>
        <source>What you typed is kept as a draft.</source>
        <translation>您输入的内容已保留为草稿。</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Take the report out of the lists, with a reason; the record is kept</source>
        <translation>注明原因后将报告移出列表；记录予以保留</translation>
    </message>
    <message>
        <source>Void report</source>
        <translation>作废报告</translation>
    </message>
    <message>
        <source>%1 disappears from the lists; the record and its history are kept. Why?</source>
        <translation>%1 将从列表中消失；记录及其历史予以保留。原因是什么？</translation>
    </message>
    <message>
        <source>%1 is void.</source>
        <translation>%1 已作废。</translation>
    </message>
    <message>
        <source>Save the report first; then queries and notes can be written.</source>
        <translation>请先保存报告，然后即可填写质疑和备注。</translation>
    </message>
    <message>
        <source>No further patient needs this form at this visit.</source>
        <translation>没有其他受试者在此访视需要此表单。</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>转到…</translation>
    </message>
    <message>
        <source>Go to a question by its text, name or number (F6)</source>
        <translation>按文字、名称或编号转到项目 (F6)</translation>
    </message>
    <message>
        <source>The form was never saved: its answers have no history yet.</source>
        <translation>此表单从未保存过：其答案还没有历史。</translation>
    </message>
</context>
<context>
    <name>sitebook::ReportTableModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>sitebook::ReportsPage</name>
    <message>
        <source>Search patient, visit, form</source>
        <translation>搜索受试者、访视、表单</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>所有表单</translation>
    </message>
    <message>
        <source>Any delivery</source>
        <translation>任何送达状态</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No report matches</source>
        <translation>没有符合条件的报告</translation>
    </message>
    <message>
        <source>Nothing fits the search and the filters.</source>
        <translation>没有内容符合搜索和筛选条件。</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>尚无报告</translation>
    </message>
    <message>
        <source>A report is one filled form of one patient at one visit. Choose a patient to begin one.</source>
        <translation>一份报告是一位受试者在一次访视中填写的一份表单。请选择受试者以开始。</translation>
    </message>
    <message>
        <source>Go to the patients</source>
        <translation>转到受试者</translation>
    </message>
    <message>
        <source>One form is half filled and kept as a draft.</source>
        <translation>一份表单填了一半，保留为草稿。</translation>
    </message>
    <message numerus="yes">
        <source>%n forms are half filled and kept as drafts.</source>
        <translation>
            <numerusform>%n 份表单填了一半，保留为草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Go on with the newest</source>
        <translation>继续最新的一份</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open patient %1</source>
        <translation>打开受试者 %1</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>sitebook::RowMarks</name>
    <message>
        <source>Query or note about this field (F12)</source>
        <translation>针对此字段的质疑或备注 (F12)</translation>
    </message>
    <message>
        <source>Query or note</source>
        <translation>质疑或备注</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1，另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (F12)</source>
        <translation>%1 (F12)</translation>
    </message>
</context>
<context>
    <name>sitebook::ScoreStrip</name>
    <message>
        <source>%1: not scored yet</source>
        <translation>%1：尚未评分</translation>
    </message>
    <message>
        <source>%1: &lt;b&gt;%2&lt;/b&gt; of %3</source>
        <translation>%1：&lt;b&gt;%2&lt;/b&gt; / %3</translation>
    </message>
    <message>
        <source>%1: &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>%1：&lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
</context>
<context>
    <name>sitebook::ScreenRun</name>
    <message>
        <source>%1 cannot be written to. Choose another folder.</source>
        <translation>%1 不可写入。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
</context>
<context>
    <name>sitebook::ScreenTour</name>
    <message>
        <source>Reason for change</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>The date of birth was 02-Apr-1961. Why is it changed?</source>
        <translation>原出生日期为 02-Apr-1961。为何修改？</translation>
    </message>
</context>
<context>
    <name>sitebook::SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>sitebook::SectionList</name>
    <message>
        <source>Sections</source>
        <translation>分节</translation>
    </message>
    <message>
        <source>%1
%2 of %3</source>
        <translation>%1
%2 / %3</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::SessionController</name>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Choose a study file</source>
        <translation>选择研究文件</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>新工作区的文件夹</translation>
    </message>
    <message>
        <source>The new password is set. Sign in with it.</source>
        <translation>新密码已设置。请用它登录。</translation>
    </message>
    <message>
        <source>Folder for the recovery code, not the workspace&apos;s own</source>
        <translation>存放恢复码的文件夹（不要用工作区自身的文件夹）</translation>
    </message>
    <message>
        <source>Saved as %1. Move it off this computer.</source>
        <translation>已保存为 %1。请将其移出本计算机。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Study definitions (*.xml *.odm *.csv *.json *.xlsx)</source>
        <translation>研究定义 (*.xml *.odm *.csv *.json *.xlsx)</translation>
    </message>
</context>
<context>
    <name>sitebook::SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Submission queue</source>
        <translation>提交队列</translation>
    </message>
    <message>
        <source>As many as the computer has cores</source>
        <translation>与计算机的核心数相同</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n 份报告</numerusform>
        </translation>
    </message>
    <message>
        <source>Reports checked at the same time</source>
        <translation>同时核查的报告数</translation>
    </message>
    <message>
        <source>Takes effect when the workspace is opened next.</source>
        <translation>下次打开工作区时生效。</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>此工作区</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Version of the study</source>
        <translation>研究版本</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>当前用户</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Study server</source>
        <translation>研究服务器</translation>
    </message>
    <message>
        <source>None: everything stays here</source>
        <translation>无：所有内容保存在本机</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Keychain of the system</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>sitebook::SetupPage</name>
    <message>
        <source>Site</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录用户名</translation>
    </message>
    <message>
        <source>Your name, as it appears in the audit trail</source>
        <translation>您的姓名（显示在稽查轨迹中）</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Study server (may stay empty)</source>
        <translation>研究服务器（可留空）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Demonstration study</source>
        <translation>示例研究</translation>
    </message>
    <message>
        <source>PHQ-9, GAD-7 and CES-D at six visits; identifiers such as P001. For trying Sitebook out.</source>
        <translation>六次访视中的 PHQ-9、GAD-7 和 CES-D；编号如 P001。用于试用 Sitebook。</translation>
    </message>
    <message>
        <source>CDISC pilot study</source>
        <translation>CDISC 试点研究</translation>
    </message>
    <message>
        <source>PHQ-9 and SWLS at the visits of the CDISC pilot project.</source>
        <translation>CDISC 试点项目各访视中的 PHQ-9 和 SWLS。</translation>
    </message>
    <message>
        <source>A study file</source>
        <translation>研究文件</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>The number the study gave your site, for example 701.</source>
        <translation>研究分配给本中心的编号，例如 701。</translation>
    </message>
    <message>
        <source>Short, without spaces, for example li.wei; the same as on the study server.</source>
        <translation>简短、不含空格，例如 li.wei；与研究服务器上的相同。</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The password opens the workspace on this computer. It is never stored and cannot be looked up; a recovery code follows at the end.</source>
        <translation>此密码用于打开本计算机上的工作区。密码从不保存，也无法查询；最后会给出恢复码。</translation>
    </message>
    <message>
        <source>A folder of its own on this computer; it is made when it does not exist.</source>
        <translation>本计算机上的专用文件夹；不存在时会自动创建。</translation>
    </message>
    <message>
        <source>For example https://study.example.org. Without one everything stays on this computer.</source>
        <translation>例如 https://study.example.org。不填则所有内容保存在本计算机。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>You and your site</source>
        <translation>您和您的中心</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Place and server</source>
        <translation>位置和服务器</translation>
    </message>
    <message>
        <source>Set up a workspace</source>
        <translation>设置工作区</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>Create the workspace</source>
        <translation>创建工作区</translation>
    </message>
    <message>
        <source>Type the number of your site.</source>
        <translation>请输入本中心的编号。</translation>
    </message>
    <message>
        <source>Type a sign-in name without spaces.</source>
        <translation>请输入不含空格的登录用户名。</translation>
    </message>
    <message>
        <source>Choose a folder for the workspace.</source>
        <translation>请选择工作区的文件夹。</translation>
    </message>
    <message>
        <source>An address begins with https:// and names the server.</source>
        <translation>地址以 https:// 开头，并指明服务器。</translation>
    </message>
    <message>
        <source>Creating it…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>What was taken from it…</source>
        <translation>从中采用了什么…</translation>
    </message>
    <message>
        <source>Reading it…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>CDISC ODM-XML, a REDCap data dictionary (CSV, .xlsx), a FHIR Questionnaire (JSON) or an XLSForm (.xlsx, or as XForm, .xml).</source>
        <translation>CDISC ODM-XML、REDCap 数据字典（CSV、.xlsx）、FHIR Questionnaire (JSON)，或 XLSForm（.xlsx，或 XForm .xml）。</translation>
    </message>
</context>
<context>
    <name>sitebook::ShellActions</name>
    <message>
        <source>&amp;Register patient…</source>
        <translation>登记受试者(&amp;R)…</translation>
    </message>
    <message>
        <source>New re&amp;port…</source>
        <translation>新报告(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>退出登录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>搜索(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Narrow list of places</source>
        <translation>窄导航栏(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New report for this patient…</source>
        <translation>为此受试者新建报告(&amp;N)…</translation>
    </message>
    <message>
        <source>Show in the &amp;audit trail</source>
        <translation>在稽查轨迹中显示(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Synchronise now</source>
        <translation>立即同步(&amp;S)</translation>
    </message>
    <message>
        <source>Work &amp;offline</source>
        <translation>脱机工作(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause the submission queue</source>
        <translation>暂停提交队列(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Try the quarantined submissions again</source>
        <translation>重试已隔离的提交(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Sitebook</source>
        <translation>关于 Sitebook(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>受试者(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Half-filled forms</source>
        <translation>填了一半的表单(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Size of &amp;text</source>
        <translation>文字大小(&amp;T)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>What the &amp;study file gave…</source>
        <translation>研究文件的采用情况(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>sitebook::SignInPage</name>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>Another workspace</source>
        <translation>其他工作区</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>中心 %1</translation>
    </message>
    <message>
        <source>Type the name you sign in with.</source>
        <translation>请输入您的登录用户名。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入您的密码。</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>sitebook::SliderItemEditor</name>
    <message>
        <source>Not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>sitebook::StartWindow</name>
    <message>
        <source>The desk of your study site.</source>
        <translation>研究中心的工作台。</translation>
    </message>
    <message>
        <source>Works with or without a network</source>
        <translation>有无网络均可工作</translation>
    </message>
    <message>
        <source>Sealed on this computer, from the first entry on</source>
        <translation>从第一条记录起即在本机密封保存</translation>
    </message>
    <message>
        <source>Every change is kept, provably</source>
        <translation>每项更改均有可验证的记录</translation>
    </message>
    <message>
        <source>Light or dark colours</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
</context>
<context>
    <name>sitebook::StatusFooter</name>
    <message>
        <source>Sign out: closes and seals the workspace</source>
        <translation>退出登录：关闭并密封工作区</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Kept on this computer only: no study server is set up</source>
        <translation>仅保存在本计算机：未设置研究服务器</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>脱机工作</translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <translation>上次同步 %1</translation>
    </message>
    <message>
        <source>Never synchronised yet</source>
        <translation>从未同步</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting (why?)</source>
        <translation>
            <numerusform>%n 项等待（为什么？）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n 项待裁定</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits, and why</source>
        <translation>等待的内容及原因</translation>
    </message>
    <message>
        <source>Site %1 · %2</source>
        <translation>中心 %1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>sitebook::StudyWords</name>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
</context>
<context>
    <name>sitebook::SummaryModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
</context>
<context>
    <name>sitebook::SyncFacts</name>
    <message>
        <source>Ready to send</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>正在上传</translation>
    </message>
    <message>
        <source>Received by the server</source>
        <translation>服务器已收到</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>Received from others</source>
        <translation>从他处接收</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Last successful sync</source>
        <translation>上次成功同步</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>未安排</translation>
    </message>
</context>
<context>
    <name>sitebook::SyncPage</name>
    <message>
        <source>Work &amp;offline</source>
        <translation>脱机工作(&amp;O)</translation>
    </message>
    <message>
        <source>Sends and receives nothing until you go online again</source>
        <translation>在您重新联机之前，不发送也不接收任何内容</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>等待的内容</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Retry &amp;all quarantined</source>
        <translation>重试全部已隔离(&amp;A)</translation>
    </message>
    <message>
        <source>Changes that are not on the server yet</source>
        <translation>尚未到达服务器的更改</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有等待的内容</translation>
    </message>
    <message>
        <source>Changes that have not reached the server yet are listed here, each with the reason why it waits.</source>
        <translation>尚未到达服务器的更改及其等待的原因列在这里。</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Show in audit trail</source>
        <translation>在稽查轨迹中显示</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>立即同步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Sign in…</source>
        <translation>登录(&amp;S)…</translation>
    </message>
    <message>
        <source>Open &amp;settings</source>
        <translation>打开设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go online</source>
        <translation>联机(&amp;G)</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>脱机</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n 个冲突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to the server</source>
        <translation>请登录服务器</translation>
    </message>
    <message>
        <source>Password of %1 on %2</source>
        <translation>%1 在 %2 上的密码</translation>
    </message>
    <message>
        <source>You are signed in to the server.</source>
        <translation>您已登录服务器。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
</context>
<context>
    <name>sitebook::ThreadView</name>
    <message>
        <source>Assigned to</source>
        <translation>指派给</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation>%1 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1: Ctrl+Enter</source>
        <translation>%1：Ctrl+Enter</translation>
    </message>
    <message>
        <source>Why it is withdrawn</source>
        <translation>撤回的理由</translation>
    </message>
</context>
<context>
    <name>sitebook::TimeItemEditor</name>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
</context>
<context>
    <name>sitebook::TodayPage</name>
    <message>
        <source>Enrolment</source>
        <translation>入组</translation>
    </message>
    <message>
        <source>Needs somebody</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Half-filled forms</source>
        <translation>填了一半的表单</translation>
    </message>
    <message>
        <source>Last reports</source>
        <translation>最近的报告</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>等待发送到服务器</translation>
    </message>
    <message>
        <source>Conflicts and quarantine</source>
        <translation>冲突和隔离</translation>
    </message>
    <message>
        <source>Register patient</source>
        <translation>登记受试者</translation>
    </message>
    <message>
        <source>%1 enrolled</source>
        <translation>已入组 %1</translation>
    </message>
    <message>
        <source>%1 complete</source>
        <translation>已完成 %1</translation>
    </message>
    <message>
        <source>Never synchronised yet</source>
        <translation>从未同步</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <translation>上次同步 %1</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>没有待裁定的内容</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要裁定</translation>
    </message>
    <message numerus="yes">
        <source>Enrolment: %n patient(s) registered</source>
        <translation>
            <numerusform>入组：已登记 %n 位受试者</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits and nothing is in conflict.</source>
        <translation>没有等待的内容，也没有冲突。</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message numerus="yes">
        <source>and %n more in Reports</source>
        <translation>
            <numerusform>另有 %n 份见“报告”</numerusform>
        </translation>
    </message>
    <message>
        <source>No reports yet. Register the first patient to begin.</source>
        <translation>尚无报告。请登记第一位受试者以开始。</translation>
    </message>
    <message>
        <source>No reports yet. Open a patient and start the first form.</source>
        <translation>尚无报告。请打开一位受试者并开始第一份表单。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>sitebook::VerificationModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>之后已更改</translation>
    </message>
</context>
<context>
    <name>sitebook::VerificationView</name>
    <message>
        <source>&amp;Verify</source>
        <translation>核对(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Lock…</source>
        <translation>锁定(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Unlock…</source>
        <translation>解锁(&amp;U)…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To verify</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>之后已更改</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Marks every answer of the selected reports that needs it as found in the source</source>
        <translation>将所选报告中所有需要核对的答案标记为与源文件一致</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Nothing to verify here</source>
        <translation>这里没有需要核对的内容</translation>
    </message>
    <message>
        <source>Reports with answers that the study wants held against the patient&apos;s file stand here, and what is locked.</source>
        <translation>研究要求与受试者病历核对的报告以及已锁定的报告显示在这里。</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) can then only be read until they are unlocked. Why now?</source>
        <translation>
            <numerusform>锁定后 %n 份报告只能查看，直到解锁。为什么现在锁定？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) can then be changed again. Why?</source>
        <translation>
            <numerusform>解锁后 %n 份报告可以再次更改。为什么？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sitebook::VisitDialog</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Visit of %1</source>
        <translation>%1 的访视</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访视</translation>
    </message>
    <message>
        <source>2026-03-14, 14032026 or t for today</source>
        <translation>2026-03-14、14032026，或输入 t 表示今天</translation>
    </message>
    <message>
        <source>It stays in the audit trail.</source>
        <translation>将保留在稽查轨迹中。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>sitebook::WaitingModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>受试者</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>等待原因</translation>
    </message>
</context>
<context>
    <name>sitebook::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>A workspace holds one study at one site, sealed on this computer. Open yours, or set up a new one.</source>
        <translation>一个工作区包含一个中心的一项研究，密封保存在本计算机上。请打开您的工作区，或设置新的工作区。</translation>
    </message>
    <message>
        <source>Set up a workspace</source>
        <translation>设置工作区</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>打开其他文件夹…</translation>
    </message>
    <message>
        <source>Site %1</source>
        <translation>中心 %1</translation>
    </message>
</context>
</TS>
