<#import "template.ftl" as layout>
<#import "fields.ftl" as fields>
<#assign birthDate = birthDateAsked!false>
<#assign wrong = messagesPerField.existsError("username", "password")>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#if wrong>
    <p id="wrong" class="message error" role="alert">
      ${kcSanitize(messagesPerField.getFirstError("username", "password"))?no_esc}
    </p>
    <#else>
    <p>${msg(birthDate?then("loginHintMember", "loginHint"))}</p>
    </#if>
    <form action="${url.loginAction}" method="post" onsubmit="this.login.disabled = true">
      <div class="group">
        <@fields.label "username"/>
        <#-- Who mistyped the password goes on there; the login ID is kept. -->
        <input id="username" name="username" type="text" value="${(login.username!"")}" autocomplete="username"
               autocapitalize="none" spellcheck="false" dir="ltr" maxlength="80" required
               <#if !wrong>autofocus<#else>aria-invalid="true" aria-describedby="wrong"</#if>>
      </div>
      <div class="group">
        <@fields.label "password"/>
        <@fields.password id="password" autocomplete="current-password" wrong=wrong describedBy="wrong" autofocus=wrong/>
      </div>
      <#if birthDate>
      <div class="group">
        <@fields.label "birthDate"/>
        <p id="birthDateHint" class="hint">${msg("birthDateHint")}</p>
        <#-- Neither offered by the browser nor kept by it: it is the third thing that only the member knows. -->
        <input id="birthDate" name="birthDate" type="text" inputmode="numeric" autocomplete="off" dir="ltr"
               maxlength="20" required class="short"
               <#if wrong>aria-invalid="true" aria-describedby="birthDateHint wrong"<#else>aria-describedby="birthDateHint"</#if>>
      </div>
      </#if>
      <input type="hidden" name="credentialId" value="${(auth.selectedCredential)!}">
      <button class="submit" name="login" type="submit">${msg("doLogIn")}</button>
    </form>
    <p class="safety">${msg("loginSafety")}</p>
    <#if (client.baseUrl)?has_content>
    <ul class="links">
      <#if birthDate>
      <li><a href="${client.baseUrl}login-id-recovery">${msg("forgottenLoginId")}</a></li>
      <li><a href="${client.baseUrl}password-recovery">${msg("forgottenPassword")}</a></li>
      <li><a href="${client.baseUrl}registration">${msg("registration")}</a></li>
      </#if>
      <li><a href="${client.baseUrl}">${msg("backToPortal")}</a></li>
    </ul>
    </#if>
    <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  </#if>
</@layout.registrationLayout>
